import { type Answer, json } from '../answers.ts';
import { isJsonObject } from '../json.ts';
import type { RuleContext } from '../rules.ts';
import { callersProject } from '../settings.ts';
import { createFactory } from './factory.ts';
import { findObstacle } from './limits.ts';
import { type HookProblem, impossible, nonsense, readVolumeWish } from './params.ts';

/** The state hook: sets volumes up in a wanted state and tears them down. Faults never reach it. */
export function createHook(context: RuleContext): (text: string) => Answer {
  const make = createFactory(context.settings);

  function setUp(params: unknown): Answer {
    const wish = readVolumeWish(params);
    if ('reason' in wish) return problem(wish);
    const obstacle = findObstacle(wish, context);
    if (obstacle) return problem(obstacle);
    const volume = make(wish);
    context.state.putVolume(volume);
    // the caller's own project, even for another tenant's volume, because the caller would look for it there
    return json(200, { project_id: callersProject(context.settings), volume_id: volume.id });
  }

  function tearDown(params: unknown): Answer {
    if (!isJsonObject(params) || typeof params.volume_id !== 'string')
      return problem(nonsense('params has no volume_id'));
    context.state.removeVolume(params.volume_id);
    return { status: 204, body: '', headers: {} };
  }

  return (text) => {
    const call = parse(text);
    if (!isJsonObject(call)) return problem(nonsense('the body is not a JSON object'));
    if (call.state !== 'volume') return problem(impossible('the only state here is "volume"'));
    if (call.action === 'setup') return setUp(call.params ?? {});
    if (call.action === 'teardown') return tearDown(call.params);
    return problem(nonsense('action is neither "setup" nor "teardown"'));
  };
}

const problem = ({ status, reason }: HookProblem): Answer => json(status, { reason });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
