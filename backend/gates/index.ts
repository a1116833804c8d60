import type { RuleContext } from '../rules.ts';
import type { Gate } from './gate.ts';
import { callerByIssued } from './login.ts';
import { callerBySignature } from './signature.ts';

/** The gate that the settings ask for. */
export function openGate(context: RuleContext): Gate {
  const { auth } = context.settings;
  switch (auth.kind) {
    case 'token':
      return async ({ header }) => ({ token: header('x-auth-token') });
    case 'login':
      return async ({ header }) => callerByIssued(header('x-auth-token'), context);
    case 'signed':
      return (received) => callerBySignature(received, auth, context);
  }
}
