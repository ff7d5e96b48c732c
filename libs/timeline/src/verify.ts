import { emptyHead } from './chain.js';
import type { Link } from './entry.js';
import { exhibits, type Exhibit, type GivenEntry } from './evidence.js';
import type { Expected, Finding, KeptHead, Verdict } from './finding.js';
import { withoutInserted } from './inserted.js';

/**
 * Checks a whole timeline from its first entry. Of a restricted entry only the links are checked; where two readings
 * of a broken link between restricted entries are possible, both entries are named.
 */
export function verify(entries: readonly GivenEntry[], expected: Expected): Verdict {
  const laid = exhibits(entries, expected);
  const { kept, findings: inserted } = withoutInserted(laid, expected);
  const inOrder = kept.toSorted((one, other) => one.seq - other.seq);
  const found = [
    ...inserted,
    ...reordered(kept, inOrder),
    ...inOrder.flatMap((item) => edited(item, expected.caseId)),
  ];
  const findings = [...found, ...brokenLinks(inOrder, expected)];
  findings.push(...heads(inOrder, expected, new Set(findings.map(({ seq }) => seq))));
  if (findings.length > 0)
    return { ok: false, findings: findings.toSorted((one, other) => one.seq - other.seq) };
  const { seq, hash } = inOrder.at(-1) ?? emptyHead(expected.caseId);
  const restricted = kept.filter((item) => item.restricted).length;
  return { ok: true, head: { seq, hash }, entries: kept.length, restricted };
}

function reordered(given: readonly Exhibit[], inOrder: readonly Exhibit[]): Finding[] {
  return given.flatMap((item, index) =>
    item === inOrder[index]
      ? []
      : [{ kind: 'reordered', seq: item.seq, message: `Entry ${item.seq} does not stand in its place.` }],
  );
}

function edited({ seq, sound, claimedSeq, caseId, restricted }: Exhibit, expectedCase: string): Finding[] {
  const say = (message: string): Finding[] => [{ kind: 'edited', seq, message }];
  if (seq !== claimedSeq) return say(`Entry ${seq} was edited: its number was changed.`);
  if (!sound) return say(`Entry ${seq} was edited: its hash is not that of its content.`);
  if (!restricted && caseId !== expectedCase) return say(`Entry ${seq} belongs to another case.`);
  return [];
}

type Place = Link & Partial<Pick<Exhibit, 'restricted' | 'sound'>>;

function brokenLinks(inOrder: readonly Exhibit[], { caseId, storedHead }: Expected): Finding[] {
  const start: Place = { ...emptyHead(caseId), previousHash: '' };
  const places: Place[] = [start, ...inOrder];
  const broken = (index: number): boolean => {
    const [before, after] = [places[index - 1], places[index]];
    if (before && after) return before.hash !== after.previousHash;
    return before !== undefined && storedHead?.seq === before.seq && storedHead.hash !== before.hash;
  };
  return places.flatMap((after, index) => {
    const before = places[index - 1];
    if (!before) return [];
    if (!broken(index)) return outOfNumber(before, after);
    if (after.seq > before.seq + 1) return [missing(before.seq + 1, after.seq - 1)];
    return replaced(before, after, index > 1 && broken(index - 1), broken(index + 1));
  });
}

/** Linked, yet not the next number: nobody who appends by the rules writes that. */
const outOfNumber = (before: Place, { seq }: Place): Finding[] =>
  seq === before.seq + 1
    ? []
    : [
        {
          kind: 'edited',
          seq,
          message: `Entry ${seq} was edited: its number does not follow ${before.seq}.`,
        },
      ];

const missing = (first: number, last: number): Finding => ({
  kind: 'deleted',
  seq: first,
  message: first === last ? `Entry ${first} is missing.` : `Entries ${first} to ${last} are missing.`,
});

/** A link between neighbours is broken and neither is missing: one was replaced together with its hash. */
function replaced(before: Place, after: Place, brokenBefore: boolean, brokenAfter: boolean): Finding[] {
  const say = (seq: number): Finding => ({
    kind: 'edited',
    seq,
    message: `Entry ${seq} was edited: the link between entries ${before.seq} and ${after.seq} is broken.`,
  });
  // Already named: the content of one of them does not give its hash.
  if (before.sound === false || after.sound === false) return [];
  if (brokenBefore && before.seq > 0) return [];
  if (before.seq === 0 || brokenAfter) return [say(after.seq)];
  return after.restricted ? [say(before.seq), say(after.seq)] : [say(before.seq)];
}

function heads(inOrder: readonly Exhibit[], expected: Expected, named: ReadonlySet<number>): Finding[] {
  const { caseId, storedHead, checkpoints = [] } = expected;
  const last = inOrder.at(-1)?.seq ?? 0;
  const kept = checkpoints.toSorted((one, other) => one.seq - other.seq);
  const beyond = [...(storedHead ? [storedHead] : []), ...kept].filter(({ seq }) => seq > last);
  const differs = ({ seq, hash }: KeptHead): boolean => {
    const at = seq === 0 ? emptyHead(caseId) : inOrder.find((item) => item.seq === seq);
    return at !== undefined && at.hash !== hash && !named.has(seq);
  };
  const rewrittenSince = kept.find(differs);
  return [
    ...truncated(last, beyond),
    ...(storedHead && differs(storedHead) ? [mismatch(storedHead.seq)] : []),
    ...(rewrittenSince ? [rewritten(rewrittenSince)] : []),
  ];
}

function truncated(last: number, beyond: readonly KeptHead[]): Finding[] {
  const furthest = beyond.reduce<KeptHead | undefined>(
    (most, one) => (most && most.seq >= one.seq ? most : one),
    undefined,
  );
  if (!furthest) return [];
  const { seq, at } = furthest;
  const where = at ? `at the checkpoint of ${at} it had ${seq} entries` : `its head is ${seq}`;
  return [{ kind: 'truncated', seq: last + 1, message: `The timeline ends at ${last}, ${where}.` }];
}

const mismatch = (seq: number): Finding => ({
  kind: 'headMismatch',
  seq,
  message: `Entry ${seq} is not the one whose hash was kept as head.`,
});

/** The earliest head that is not met says enough: whatever was changed, lies at or before it. */
const rewritten = ({ seq, at }: KeptHead): Finding => ({
  kind: 'rewritten',
  seq,
  message: `Rewritten since the checkpoint${at ? ` of ${at}` : ''}: entry ${seq} is not the one that was signed.`,
});
