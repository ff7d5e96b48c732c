import type { Codes, Facts, Uuid } from '#libs/vocabulary';
import type { Rows, Statement } from '../platform/database/index.js';

/** What the rule of a command asks of rows that the case view does not hold. Row policies hide what she may not know. */
interface LookUp {
  readonly read: (caseId: Uuid, data: Codes) => Statement | undefined;
  readonly facts: (row: Record<string, unknown> | undefined) => Partial<Facts>;
}

/** Whose the entry is that is to be corrected. */
const corrected: LookUp = {
  read: (caseId, { entrySeq }) => ({
    name: 'entry_corrected',
    text: 'select actor_body_id from timeline_entries where case_id = $1 and seq = $2',
    values: [caseId, entrySeq],
  }),
  facts: (row) => ({ correcting: row ? { bodyId: row['actor_body_id'] as Uuid | null } : null }),
};

/** Whether the case that is to remain can take the person over. */
const surviving: LookUp = {
  read: (_, { survivingCaseId }) =>
    survivingCaseId === undefined
      ? undefined
      : {
          name: 'case_surviving',
          text: `select 1 from procedure_instances
                 where case_id = $1 and type = 'caseFile' and state in ('open', 'aftercare', 'endProposed')`,
          values: [survivingCaseId],
        },
  facts: (row) => ({ survivorIsOpen: row !== undefined }),
};

/** Whether the officer works, now, for the body that owns the case. */
const assigned: LookUp = {
  read: (caseId, { officerId }) => ({
    name: 'officer_of_owner',
    text: `select 1 from accounts a join cases c on c.owner_body_id = a.body_id
           where c.id = $1 and a.id = $2 and a.active and not a.is_system and a.role <> 'administrator'`,
    values: [caseId, officerId],
  }),
  facts: (row) => ({ officerIsOfOwner: row !== undefined }),
};

/** Whether the caller may know the case that is to be linked, which the row policies say, and whether it is linked so. */
const linked: LookUp = {
  read: (own, { caseId, relation }) => ({
    name: 'case_linked_known',
    text: `select exists (select 1 from case_links l
             where l.case_id = $1 and l.linked_case_id = c.id and l.relation = $3) as already
           from cases c where c.id = $2`,
    values: [own, caseId, relation],
  }),
  facts: (row) => ({ linkedIsKnown: row !== undefined, linkedAlready: row?.['already'] === true }),
};

/** Whether it still can when the void is confirmed, by somebody who need not know that case. */
const stillSurviving: LookUp = {
  read: (caseId) => ({
    name: 'case_still_surviving',
    text: 'select surviving_case_is_open($1) as open',
    values: [caseId],
  }),
  facts: (row) => ({ survivorIsOpen: row?.['open'] !== false }),
};

const lookUps: Readonly<Record<string, LookUp>> = {
  'caseFile.assignOfficer': assigned,
  'caseFile.correctEntry': corrected,
  'caseFile.linkCase': linked,
  'caseFile.void': surviving,
  'caseFile.confirmEnd': stillSurviving,
};

interface Asked {
  readonly caseId: Uuid;
  readonly procedure: string;
  readonly command: string;
}

const lookUpOf = ({ procedure, command }: Asked) => lookUps[`${procedure}.${command}`];

/** One statement, or none where the command looks up nothing. */
export function lookedUpReads(asked: Asked, data: Codes): Statement[] {
  const statement = lookUpOf(asked)?.read(asked.caseId, data);
  return statement ? [statement] : [];
}

export const lookedUp = (asked: Asked, found: Rows | undefined): Partial<Facts> =>
  (found && lookUpOf(asked)?.facts(found.rows[0])) ?? {};
