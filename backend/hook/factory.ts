import { faker } from '@faker-js/faker/locale/en';
import { timestamp } from '../clock.ts';
import type { BackendVolume } from '../model.ts';
import { type BackendSettings, callersProject, otherProject } from '../settings.ts';
import type { VolumeWish } from './params.ts';

/** Makes volumes whose texts depend only on the seed and on the number of volumes before. */
export function createFactory(settings: BackendSettings): (wish: VolumeWish) => BackendVolume {
  let made = 0;
  return (wish) => {
    // the whole process shares the generator: with a new seed each time, draws elsewhere have no influence
    faker.seed([settings.seed, made]);
    made += 1;
    const time = timestamp(settings.clock);
    return {
      id: settings.randomId(),
      projectId: wish.tenant === 'other' ? otherProject(settings) : callersProject(settings),
      name: faker.helpers.slugify(`${faker.word.adjective()} ${faker.word.noun()} ${made}`),
      description: faker.company.catchPhrase(),
      metadata: { owner: faker.person.firstName(), purpose: faker.word.noun() },
      size: wish.size,
      originalSize: wish.size,
      status: wish.status,
      multiattach: wish.multiattach,
      servers: wish.servers.map((status) => ({ id: settings.randomId(), status })),
      volumeType: faker.helpers.arrayElement(['SATA', 'SAS', 'SSD']),
      availabilityZone: faker.helpers.arrayElement(['az-1a', 'az-1b', 'az-1c']),
      bootable: false,
      createdAt: time,
      updatedAt: time,
    };
  };
}
