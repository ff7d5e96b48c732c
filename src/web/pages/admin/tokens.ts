import { type Body, type Language, roleLabels } from '#libs/vocabulary';
import type { Token } from '../../../access/index.js';

/** A token in words. */
export function tokenShown({ role, bodyId, ...token }: Token, bodies: readonly Body[], language: Language) {
  const body = bodies.find(({ id }) => id === bodyId)?.name[language] ?? '';
  return { ...token, body, role: roleLabels[role][language] };
}

/** What is valid first; otherwise as they come. */
export const tokensShown = (tokens: readonly Token[], bodies: readonly Body[], language: Language) =>
  tokens
    .map((token) => tokenShown(token, bodies, language))
    .toSorted((one, other) => Number(other.state === 'valid') - Number(one.state === 'valid'));
