import fc from 'fast-check';
import { chain, emptyHead, hashEntry } from './chain.js';
import type { Entry, EntryCore, Head, RestrictedEntry } from './entry.js';
import type { GivenEntry } from './evidence.js';
import type { Verdict } from './finding.js';
import { verify } from './verify.js';

const caseId = '0198a000-0000-7000-8000-000000000001';
type Given = GivenEntry & { seq: number };

function core(seq: number, payload: unknown = { code: seq }): EntryCore {
  return {
    caseId,
    seq,
    causeSeq: seq > 1 ? seq - 1 : null,
    recordedAt: '2026-11-22T10:00:00.000Z',
    happenedAt: '2026-11-22T09:00:00.000Z',
    actor: { id: 'a-1', role: 'policeOfficer', bodyId: 'b-1' },
    procedure: 'identification',
    procedureId: 'p-1',
    machine: 'identification@1',
    command: 'presume',
    from: 'screening',
    to: 'presumed',
    links: [{ measure: '13.3.6', relation: 'fulfils' }],
    legalBasis: ['Decision 21/2008'],
    planVersion: '2014-2018.1',
    payload: payload as EntryCore['payload'],
    type: 'transition',
    version: 1,
  };
}

interface Timeline {
  readonly entries: readonly Given[];
  readonly head: Head;
}

const restrict = ({ seq, hash, previousHash }: Entry): RestrictedEntry => ({
  seq,
  restricted: true,
  hash,
  previousHash,
});

const timelines = (least: number): fc.Arbitrary<Timeline> =>
  fc
    .array(fc.record({ payload: fc.jsonValue(), hidden: fc.boolean() }), { minLength: least, maxLength: 10 })
    .map((rows) => {
      const { entries, head } = chain(
        rows.map(({ payload }, index) => core(index + 1, payload)),
        emptyHead(caseId),
      );
      return {
        head,
        entries: entries.map((entry, index) => (rows[index]?.hidden ? restrict(entry) : entry)),
      };
    });

const check = (entries: readonly GivenEntry[], storedHead?: Head): Verdict =>
  verify(entries, { caseId, storedHead });
const seqsOf = (verdict: Verdict, kind?: string): number[] =>
  verdict.ok ? [] : verdict.findings.filter((each) => !kind || each.kind === kind).map(({ seq }) => seq);
const kindsOf = (verdict: Verdict): string[] =>
  verdict.ok ? [] : [...new Set(verdict.findings.map(({ kind }) => kind))];
const replace = <T>(list: readonly T[], index: number, item: T): T[] => list.with(index, item);

const picks = fc.nat(1e6);
const otherHash = fc.stringMatching(/^[0-9a-f]{64}$/);
/** Short of a collision no random value equals what stood there. */
const otherValue = fc.oneof(fc.jsonValue(), otherHash);
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

it('accepts an untouched timeline, restricted entries among it, with and without its head', () => {
  fc.assert(
    fc.property(timelines(0), ({ entries, head }) => {
      const restricted = entries.filter((entry) => entry.restricted).length;
      const good = { ok: true, head, entries: entries.length, restricted };
      expect(check(entries, head)).toEqual(good);
      expect(check(entries)).toEqual(good);
    }),
  );
});

describe('finds any single change and names the entry', () => {
  it('an edited field of a whole entry, its number and hashes too', () => {
    fc.assert(
      fc.property(timelines(1), picks, picks, otherValue, ({ entries, head }, at, key, value) => {
        const index = at % entries.length;
        const entry = entries[index];
        fc.pre(!entry.restricted);
        const field = Object.keys(entry)[key % Object.keys(entry).length];
        const text = field === 'hash' || field === 'previousHash' ? asText(value) : value;
        fc.pre(!same(entry[field as keyof Given], text));
        const verdict = check(replace(entries, index, { ...entry, [field]: text }), head);
        expect(kindsOf(verdict)).toEqual(['edited']);
        expect(seqsOf(verdict)).toEqual([index + 1]);
      }),
      { numRuns: 500 },
    );
  });

  it('an edited number that collides with another entry', () => {
    fc.assert(
      fc.property(timelines(2), picks, picks, ({ entries, head }, at, other) => {
        const index = at % entries.length;
        const seq = (other % entries.length) + 1;
        fc.pre(seq !== index + 1);
        const verdict = check(replace(entries, index, { ...entries[index], seq }), head);
        expect([kindsOf(verdict), seqsOf(verdict)]).toEqual([['edited'], [index + 1]]);
      }),
      { numRuns: 300 },
    );
  });

  it('an added or removed field', () => {
    fc.assert(
      fc.property(timelines(1), picks, picks, ({ entries, head }, at, key) => {
        const index = at % entries.length;
        const entry = entries[index];
        const keys = Object.keys(entry).filter((each) => each !== 'hash' && each !== 'previousHash');
        const { [keys[key % keys.length] as 'seq']: removed, ...rest } = entry;
        fc.pre(removed !== undefined);
        for (const changed of [rest, { ...entry, added: 1 }] as Given[]) {
          const verdict = check(replace(entries, index, changed), head);
          expect([kindsOf(verdict), seqsOf(verdict)]).toEqual([['edited'], [index + 1]]);
        }
      }),
    );
  });

  it('an edited hash of a restricted entry: the entry or its neighbour is named', () => {
    fc.assert(
      fc.property(timelines(1), picks, fc.boolean(), otherHash, ({ entries, head }, at, first, value) => {
        const index = at % entries.length;
        fc.pre(entries[index].restricted === true);
        const field = first ? 'hash' : 'previousHash';
        const verdict = check(replace(entries, index, { ...entries[index], [field]: value }), head);
        expect(seqsOf(verdict)).toContain(index + 1);
        expect(seqsOf(verdict).every((seq) => Math.abs(seq - index - 1) <= 1)).toBe(true);
        expect(kindsOf(verdict)).toEqual([
          field === 'hash' && index + 1 === head.seq ? 'headMismatch' : 'edited',
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('an entry edited together with its own hash', () => {
    fc.assert(
      fc.property(timelines(1), picks, ({ entries, head }, at) => {
        const index = at % entries.length;
        const previousHash = entries[index].previousHash;
        const forged = core(index + 1, { code: 'forged' });
        const verdict = check(
          replace(entries, index, { ...forged, previousHash, hash: hashEntry(forged, previousHash) }),
          head,
        );
        expect(seqsOf(verdict)).toContain(index + 1);
        expect(kindsOf(verdict)).toEqual([index + 1 === head.seq ? 'headMismatch' : 'edited']);
      }),
    );
  });

  it('deleted entries, first of the gap named', () => {
    fc.assert(
      fc.property(timelines(2), picks, picks, ({ entries, head }, at, more) => {
        const index = at % (entries.length - 1);
        const count = 1 + (more % (entries.length - 1 - index));
        const verdict = check(entries.toSpliced(index, count), head);
        expect([kindsOf(verdict), seqsOf(verdict)]).toEqual([['deleted'], [index + 1]]);
      }),
    );
  });

  it('a timeline cut at its end, against the stored head or a checkpoint, and only so', () => {
    fc.assert(
      fc.property(timelines(1), picks, ({ entries, head }, at) => {
        const length = at % entries.length;
        const cut = entries.slice(0, length);
        expect([kindsOf(check(cut, head)), seqsOf(check(cut, head))]).toEqual([['truncated'], [length + 1]]);
        const shown = verify(cut, { caseId, checkpoints: [head] });
        expect([kindsOf(shown), seqsOf(shown)]).toEqual([['truncated'], [length + 1]]);
        expect(check(cut).ok).toBe(true);
      }),
    );
  });

  it('swapped entries, both named', () => {
    fc.assert(
      fc.property(timelines(2), picks, picks, ({ entries, head }, one, two) => {
        const [first, second] = [one % entries.length, two % entries.length].sort((a, b) => a - b) as [
          number,
          number,
        ];
        fc.pre(first !== second);
        const swapped = entries.with(first, entries[second]).with(second, entries[first]);
        const verdict = check(swapped, head);
        expect([kindsOf(verdict), seqsOf(verdict)]).toEqual([['reordered'], [first + 1, second + 1]]);
      }),
    );
  });

  it('a copy of an entry put in anywhere', () => {
    fc.assert(
      fc.property(timelines(1), picks, picks, ({ entries, head }, from, to) => {
        const copy = entries[from % entries.length];
        const verdict = check(entries.toSpliced(to % (entries.length + 1), 0, copy), head);
        expect([kindsOf(verdict), seqsOf(verdict)]).toEqual([['inserted'], [copy.seq]]);
      }),
      { numRuns: 300 },
    );
  });

  const forgeries = fc.record({
    linked: fc.boolean(),
    soundHash: fc.boolean(),
    restricted: fc.boolean(),
    number: fc.constantFrom('next', 'same', 'beyond'),
    random: otherHash,
  });

  it('a forged entry put in anywhere, linked or not, with its own hash or any', () => {
    fc.assert(
      fc.property(timelines(1), picks, forgeries, ({ entries, head }, to, how) => {
        const at = to % (entries.length + 1);
        const before = entries[at - 1] ?? emptyHead(caseId);
        const seq = { next: before.seq + 1, same: Math.max(before.seq, 1), beyond: head.seq + 1 }[how.number];
        const forged = core(seq, { code: 'forged' });
        const previousHash = how.linked ? before.hash : how.random;
        const hash = how.soundHash ? hashEntry(forged, previousHash) : how.random.replaceAll('0', '1');
        const whole: Entry = { ...forged, previousHash, hash };
        const verdict = check(entries.toSpliced(at, 0, how.restricted ? restrict(whole) : whole), head);
        expect([kindsOf(verdict), seqsOf(verdict)]).toEqual([['inserted'], [seq]]);
      }),
      { numRuns: 1000 },
    );
  });
});

it('never passes a timeline that several changes left different', () => {
  const change = fc.record({
    kind: fc.constantFrom('delete', 'swap', 'copy', 'renumber', 'relink', 'hide'),
    one: picks,
    two: picks,
  });
  fc.assert(
    fc.property(
      timelines(1),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      ({ entries, head }, changes) => {
        const changed = changes.reduce<readonly Given[]>((list, { kind, one, two }) => {
          const [first, second] = [list[one % list.length], list[two % list.length]];
          if (!first || !second) return list;
          const [at, to] = [one % list.length, two % list.length];
          if (kind === 'delete') return list.toSpliced(at, 1);
          if (kind === 'swap') return list.with(at, second).with(to, first);
          if (kind === 'copy') return list.toSpliced(at, 0, second);
          if (kind === 'renumber') return list.with(at, { ...first, seq: second.seq });
          if (kind === 'relink') return list.with(at, { ...first, previousHash: second.previousHash });
          return list.with(at, { ...first, restricted: true });
        }, entries);
        expect(check(changed, head).ok).toBe(same(changed, entries));
      },
    ),
    { numRuns: 1000 },
  );
});

it('names an entry that is linked but does not carry the next number', () => {
  const { entries, head } = chain([core(1), core(2)], emptyHead(caseId));
  const far = { ...core(9), previousHash: head.hash };
  const { previousHash, ...content } = far;
  const verdict = check([...entries, { ...far, hash: hashEntry(content, previousHash) }]);
  expect([kindsOf(verdict), seqsOf(verdict)]).toEqual([['edited'], [9]]);
});

describe('what the chain alone cannot show', () => {
  const { entries } = chain([core(1), core(2), core(3)], emptyHead(caseId));
  const rewritten = chain([core(1), core(2, { code: 'other' }), core(3)], emptyHead(caseId));

  it('is shown by the stored head: a chain rewritten to its end', () => {
    expect(check(rewritten.entries).ok).toBe(true);
    expect(check(rewritten.entries, { seq: 3, hash: entries[2].hash })).toEqual({
      ok: false,
      findings: [expect.objectContaining({ kind: 'headMismatch', seq: 3 })],
    });
  });

  it('is shown by an earlier checkpoint, though the timeline grew since', () => {
    const checkpoints = [{ seq: 2, hash: entries[1].hash }];
    expect(verify(entries, { caseId, checkpoints }).ok).toBe(true);
    expect(seqsOf(verify(rewritten.entries, { caseId, checkpoints }), 'rewritten')).toEqual([2]);
  });

  it('is shown by the earliest of several checkpoints', () => {
    const checkpoints = entries
      .map(({ seq, hash }) => ({ seq, hash, at: '2026-11-22T10:00:00.000Z' }))
      .reverse();
    expect(verify(rewritten.entries, { caseId, checkpoints })).toEqual({
      ok: false,
      findings: [
        {
          kind: 'rewritten',
          seq: 2,
          message: expect.stringContaining('Rewritten since the checkpoint of 2026-11-22T10:00:00.000Z'),
        },
      ],
    });
  });
});

it('refuses the timeline of another case, and an entry of another case hashed into this one', () => {
  const { entries } = chain([core(1), core(2)], emptyHead(caseId));
  expect(seqsOf(verify(entries, { caseId: 'another' }), 'edited')).toContain(1);
  const mixed = chain([core(1), { ...core(2), caseId: 'another' }], emptyHead(caseId));
  expect(seqsOf(check(mixed.entries, mixed.head), 'edited')).toEqual([2]);
});
