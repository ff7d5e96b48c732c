import type { Entry } from '#libs/timeline';
import type { InstanceView, Uuid } from '#libs/vocabulary';
import type { Ground, Identity } from '../access/index.js';
import type { Tx } from '../platform/database/index.js';

type Sent = { readonly purpose: unknown; readonly fromBodyId: unknown; readonly toBodyId: unknown };
type Reading = { readonly identity: Identity; readonly ground: Ground };

export const isPreview = (ground: Ground): boolean =>
  ground.kind === 'participation' && ground.level === 'preview';

/** Who does not see every handoff of a case: a body in preview, and a house, which never learns of other houses. */
export const seesSome = ({ identity, ground }: Reading): boolean =>
  isPreview(ground) || identity.bodyKind === 'shelter';

/** Before a handoff is accepted its receiver sees that one alone; a house sees no request to another house. */
function isKnown({ identity: { bodyId, bodyKind }, ground }: Reading, sent: Sent): boolean {
  if (sent.toBodyId === bodyId) return true;
  if (isPreview(ground)) return false;
  return bodyKind !== 'shelter' || sent.purpose !== 'shelter' || sent.fromBodyId === bodyId;
}

/** A house knows its own placements and those that it asked for; who else offers or houses her it never learns. */
const isOwn = ({ identity: { bodyId, bodyKind } }: Reading, { shelterBodyId, requestedByBodyId }: Placed) =>
  bodyKind !== 'shelter' || [shelterBodyId, requestedByBodyId].includes(bodyId);
type Placed = { readonly shelterBodyId?: unknown; readonly requestedByBodyId?: unknown };

export function knowsInstance(reading: Reading, { type, context }: InstanceView): boolean {
  if (type === 'placement') return isOwn(reading, context);
  return type !== 'handoff' || isKnown(reading, context as unknown as Sent);
}

/**
 * The same for entries. A handoff that the rulebook sent on bears the name of who declined it before: that entry stays
 * restricted, because its hash covers the name.
 */
export async function knownEntries(
  tx: Tx,
  reading: Reading,
  caseId: Uuid,
): Promise<(entry: Entry) => boolean> {
  if (!seesSome(reading)) return () => true;
  const sql = `select id, purpose, from_body_id as "fromBodyId", to_body_id as "toBodyId" from handoffs where case_id = $1`;
  const [handoffs, placements] = await tx.batch([
    { name: 'handoffs_of_case', text: sql, values: [caseId] },
    {
      name: 'placements_of_case',
      text: `select id, context from procedure_instances where case_id = $1 and type = 'placement'`,
      values: [caseId],
    },
  ]);
  const sent = new Map((handoffs?.rows ?? []).map((row) => [row['id'] as Uuid, row as unknown as Sent]));
  const placed = new Map(
    (placements?.rows ?? []).map((row) => [row['id'] as Uuid, row['context'] as Placed]),
  );
  return ({ procedure, procedureId, actor }) => {
    if (procedure === 'placement') return isOwn(reading, placed.get(procedureId) ?? {});
    if (procedure !== 'handoff') return true;
    const row = sent.get(procedureId);
    const others = row?.purpose === 'shelter' || isPreview(reading.ground);
    const parties = [null, reading.identity.bodyId, row?.fromBodyId];
    return row !== undefined && isKnown(reading, row) && (!others || parties.includes(actor.bodyId));
  };
}
