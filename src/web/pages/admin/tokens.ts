import { type Body, type Language, roleLabels } from '#libs/vocabulary';
import type { Token } from '../../../access/index.js';

/** A token in words; its secret is no part of it. */
export function tokenShown(token: Token, bodies: readonly Body[], language: Language) {
  const {
    id,
    accountId,
    system,
    systemClosed,
    state,
    issuedAt,
    issuedBy,
    expiresAt,
    lastUsedAt,
    revokedAt,
    revokedBy,
  } = token;
  const role = roleLabels[token.role][language];
  const body = bodies.find((one) => one.id === token.bodyId)?.name[language] ?? '';
  return {
    id,
    accountId,
    system,
    systemClosed,
    body,
    role,
    state,
    issuedAt,
    issuedBy,
    expiresAt,
    lastUsedAt,
    revokedAt,
    revokedBy,
  };
}

/** What is valid first; otherwise as they come. */
export const tokensShown = (tokens: readonly Token[], bodies: readonly Body[], language: Language) =>
  tokens
    .map((token) => tokenShown(token, bodies, language))
    .toSorted((one, other) => Number(other.state === 'valid') - Number(one.state === 'valid'));
