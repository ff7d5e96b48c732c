import { purposeOf, purposes } from '#libs/procedures';
import { bodyKindLabels, bodyKinds, words, type Body, type BodyKind, type Words } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';

/** Kinds of bodies that a command can sensibly name; a command that is not listed may name any. */
const fitting: Readonly<Record<string, readonly BodyKind[]>> = {
  'placement.request': ['shelter'],
  'placement.requestTransfer': ['shelter'],
  'guardianship.redirect': ['guardianship'],
};

/** A house is asked by a placement, never by hand. */
const byHand = Object.values(purposes).filter((purpose) => purpose !== purposes.shelter);
const answersOf = (kind: BodyKind) =>
  byHand.filter(({ desks }: { readonly desks: readonly BodyKind[] }) => desks.includes(kind));

/** Whom a handoff can go to: under the name of its kind, what such a body answers. */
export function answeringGroup(kind: BodyKind): Words {
  const asked = (language: 'az' | 'en') =>
    `${bodyKindLabels[kind][language]}: ${answersOf(kind)
      .map(({ label }) => label[language])
      .join(', ')}`;
  return words(asked('az'), asked('en'));
}

/** Kinds of bodies for this step; `purpose` is that of the handoff that it belongs to. */
function kindsFor(step: string, purpose: string | null): readonly BodyKind[] | undefined {
  if (step === 'handoff.send') return bodyKinds.filter((kind) => answersOf(kind).length > 0);
  return step === 'handoff.redirect' ? purposeOf(purpose)?.desks : fitting[step];
}

/** Bodies for a form: those that fit first by district, never the reader's own, never one that is closed. */
export function bodiesFor(
  { procedure, command }: { readonly procedure: string; readonly command: string },
  bodies: readonly Body[],
  reader: Identity,
  purpose: string | null = null,
): Body[] {
  const kinds = kindsFor(`${procedure}.${command}`, purpose);
  return bodies
    .filter(
      ({ id, active, kind }) =>
        active && id !== reader.bodyId && kind !== 'administration' && (kinds?.includes(kind) ?? true),
    )
    .toSorted(
      (one, other) => Number(other.district === reader.district) - Number(one.district === reader.district),
    );
}
