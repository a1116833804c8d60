import { join } from 'node:path';
import { attestationFile, attestFolder } from '../evidence/attestation/folder.ts';
import { KeyError, readPrivateKey } from '../evidence/attestation/key.ts';
import { writeFile } from './report-folder/files.ts';
import { readText } from './report-folder/read.ts';
import { UsageError } from './settings/usage.ts';

/** Signs report folders with one private key. */
export interface Signer {
  /** Writes `attestation.json` into a folder whose reports are all written; answers its path. Throws `AttestError`, `CannotWrite`. */
  readonly sign: (folder: string) => string;
}

/** A key has some hundred bytes. */
const longestKey = 65_536;

/** Reads the private key of a file, before anything is sent. Throws `UsageError` where it is none that can sign. */
export function openSigner(file: string): Signer {
  const pem = readText('the signing key', file, longestKey);
  try {
    readPrivateKey(pem);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new UsageError(`the signing key ${file}: ${error.message}`);
  }
  return {
    sign(folder) {
      const path = join(folder, attestationFile);
      writeFile(path, attestFolder(folder, pem));
      return path;
    },
  };
}
