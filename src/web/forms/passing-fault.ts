import type { Language } from '#libs/vocabulary';
import { TooManyTries } from '../../access/index.js';
import { DatabaseError } from '../../platform/index.js';
import { say } from '../words/words.js';

/**
 * A fault that passes by itself, said above the form: what was typed stays, with its key, so that sending it again
 * counts once also where the first sending came through. Undefined for any other fault.
 */
export function passingFault(
  fault: unknown,
  language: Language,
): { status: number; description: string } | undefined {
  if (fault instanceof TooManyTries) return { status: 429, description: say(language, 'fault.429.text') };
  const passes =
    fault instanceof DatabaseError &&
    (fault.retryable || fault.kind === 'timed-out' || fault.kind === 'outcome-unknown');
  return passes ? { status: 503, description: say(language, 'fault.503.text') } : undefined;
}
