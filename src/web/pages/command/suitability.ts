import type { Body, BodyKind } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';

/** Kinds of bodies that a command can sensibly name; a command that is not listed may name any. */
const fitting: Readonly<Record<string, readonly BodyKind[]>> = {
  'placement.request': ['shelter'],
  'placement.requestTransfer': ['shelter'],
  'guardianship.redirect': ['guardianship'],
};

/** Bodies for a form: those that fit first by district, never the reader's own, never one that is closed. */
export function bodiesFor(
  { procedure, command }: { readonly procedure: string; readonly command: string },
  bodies: readonly Body[],
  reader: Identity,
): Body[] {
  const kinds = fitting[`${procedure}.${command}`];
  return bodies
    .filter(
      ({ id, active, kind }) =>
        active && id !== reader.bodyId && kind !== 'administration' && (kinds?.includes(kind) ?? true),
    )
    .toSorted(
      (one, other) => Number(other.district === reader.district) - Number(one.district === reader.district),
    );
}
