import { createHash, generateKeyPairSync } from 'node:crypto';
import { canonical, chain, emptyHead, genesisHash, hashEntry } from './chain.js';
import { verifyAttested } from './attested.js';
import { checkpointKey, publicKeyOf, publicKeyText } from './checkpoint-key.js';
import { checkpointIsGenuine, signCheckpoint, type Checkpoint } from './checkpoint.js';
import { commit, commitmentMatches } from './commitment.js';
import { entryCoreSchema, type EntryCore } from './entry.js';
import { exportTimeline, verifyExport } from './export.js';
import type { payloadSchemas } from './payloads.js';
import { readPayload } from './payloads.js';

const core = (seq: number): EntryCore =>
  entryCoreSchema.parse({
    caseId: 'c-1',
    seq,
    causeSeq: null,
    recordedAt: '2026-11-22T10:00:00.000Z',
    happenedAt: '2026-11-22T10:00:00.000Z',
    actor: { id: null, role: 'clock', bodyId: null },
    procedure: 'reflection',
    procedureId: 'p-1',
    machine: 'reflection@1',
    command: 'reflectionFloorPassed',
    from: 'running',
    to: 'elapsed',
    links: [],
    legalBasis: [],
    planVersion: '1',
    payload: {},
    type: 'transition',
    version: 1,
  });

describe('the chain', () => {
  it('hashes the canonical form, whatever the order of keys', () => {
    expect(canonical({ b: [1, 'ə'], a: null })).toBe('{"a":null,"b":[1,"ə"]}');
    const reversed = Object.fromEntries(Object.entries(core(1)).reverse());
    expect(hashEntry(reversed, 'x')).toBe(hashEntry(core(1), 'x'));
    const written = canonical({ entry: core(1), previousHash: 'x' });
    expect(hashEntry(core(1), 'x')).toBe(createHash('sha256').update(written).digest('hex'));
    expect(() => canonical(undefined)).toThrow(TypeError);
    expect(() => canonical({ a: Number.NaN })).toThrow('NaN');
  });

  it('reads the same after a round through JSON', () => {
    const { entries } = chain([core(1)], emptyHead('c-1'));
    const { hash, previousHash, ...read } = JSON.parse(JSON.stringify(entries[0])) as (typeof entries)[0];
    expect(hashEntry(read, previousHash)).toBe(hash);
  });

  it('begins with a hash of the case and goes on from any head', () => {
    expect(genesisHash('c-1')).not.toBe(genesisHash('c-2'));
    const first = chain([core(1), core(2)], emptyHead('c-1'));
    const second = chain([core(3)], first.head);
    expect(first.entries[0].previousHash).toBe(genesisHash('c-1'));
    expect(second.entries[0].previousHash).toBe(first.entries[1].hash);
    expect(second.head).toEqual({ seq: 3, hash: second.entries[0].hash });
    expect(chain([core(1), core(2), core(3)], emptyHead('c-1')).head).toEqual(second.head);
  });

  it('refuses a gap', () => {
    expect(() => chain([core(2)], emptyHead('c-1'))).toThrow('entry 2 cannot follow entry 0');
  });
});

describe('a commitment', () => {
  const key = Buffer.alloc(32, 7);
  const made = commit(key, 'case.note', 'söz');

  it('matches its text, place and key only', () => {
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(commitmentMatches(key, 'case.note', 'söz', made)).toBe(true);
    expect(commitmentMatches(key, 'case.note', 'soz', made)).toBe(false);
    expect(commitmentMatches(key, 'case.other', 'söz', made)).toBe(false);
    expect(commitmentMatches(Buffer.alloc(32, 8), 'case.note', 'söz', made)).toBe(false);
    expect(commitmentMatches(key, 'case.note', 'söz', '')).toBe(false);
  });

  it('keeps place and text apart, and refuses a short key', () => {
    expect(commit(key, 'a', 'bc')).not.toBe(commit(key, 'ab', 'c'));
    expect(() => commit(Buffer.alloc(31), 'a', 'b')).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  const { id: keyId, publicKey, privateKey } = checkpointKey(Buffer.alloc(32, 7));
  const { entries, head } = chain([core(1), core(2), core(3)], emptyHead('c-1'));
  const claim = {
    caseId: 'c-1',
    ...head,
    at: '2026-11-22T10:00:00.000Z',
    number: 2,
    previous: 'c2ln',
    keyId,
  };
  const signed = signCheckpoint(claim, privateKey);

  it('is genuine until anything in it is changed', () => {
    expect(checkpointIsGenuine(JSON.parse(JSON.stringify(signed)), publicKey)).toBe(true);
    const changes = [
      { caseId: 'c-2' },
      { seq: 2 },
      { hash: 'b'.repeat(64) },
      { at: '2026-11-23T10:00:00.000Z' },
      { number: 3 },
      { previous: null },
      { keyId: 'other' },
    ];
    for (const change of changes)
      expect(checkpointIsGenuine({ ...signed, ...change }, publicKey)).toBe(false);
    expect(checkpointIsGenuine({ ...signed, signature: '' }, publicKey)).toBe(false);
    expect(checkpointIsGenuine(undefined, publicKey)).toBe(false);
    expect(checkpointIsGenuine(signed, generateKeyPairSync('ed25519').publicKey)).toBe(false);
  });

  it('has the same key for the same seed, and a public key that travels as text', () => {
    const again = checkpointKey(Buffer.alloc(32, 7));
    expect([again.id, publicKeyText(again.publicKey)]).toEqual([keyId, publicKeyText(publicKey)]);
    expect(checkpointIsGenuine(signed, publicKeyOf(publicKeyText(publicKey)))).toBe(true);
    expect(checkpointKey(Buffer.alloc(32, 8)).id).not.toBe(keyId);
    expect(() => checkpointKey(Buffer.alloc(31))).toThrow(RangeError);
  });

  it('holds a timeline to what was signed', () => {
    const expected = { caseId: 'c-1', storedHead: head };
    const attested = (...checkpoints: Checkpoint[]) =>
      verifyAttested(entries, expected, { checkpoints, publicKey });
    expect(attested(signed)).toEqual({ ok: true, head, entries: 3, restricted: 0 });
    const forged = { ...signed, hash: 'b'.repeat(64) };
    expect(attested(forged)).toMatchObject({ findings: [{ kind: 'checkpointForged', seq: 3 }] });
    const ofAnother = signCheckpoint({ ...claim, caseId: 'c-2' }, privateKey);
    expect(attested(ofAnother)).toMatchObject({ findings: [{ kind: 'checkpointForged' }] });
    const further = signCheckpoint({ ...claim, seq: 5 }, privateKey);
    expect(attested(further)).toMatchObject({ findings: [{ kind: 'truncated', seq: 4 }] });
  });
});

describe('an export', () => {
  const { entries, head } = chain([core(1), core(2), core(3)], emptyHead('c-1'));
  const file = exportTimeline({ id: 'c-1', number: '2026-0001' }, head, entries);
  const stored: unknown = JSON.parse(JSON.stringify(file));

  it('verifies by itself', () => {
    expect(verifyExport(stored)).toEqual({ ok: true, head, entries: 3, restricted: 0 });
  });

  it('shows a file cut together with its head only to a checkpoint', () => {
    const { hash } = entries[1];
    const cut = { ...file, head: { seq: 2, hash }, entries: entries.slice(0, 2) };
    expect(verifyExport(cut).ok).toBe(true);
    expect(verifyExport(cut, [head])).toMatchObject({ ok: false, findings: [{ kind: 'truncated', seq: 3 }] });
    expect(verifyExport({ ...file, entries: entries.slice(0, 2) })).toMatchObject({
      findings: [{ kind: 'truncated' }],
    });
  });

  it('calls a file of another shape unreadable and names the entry', () => {
    expect(verifyExport(undefined)).toMatchObject({ ok: false, findings: [{ kind: 'unreadable', seq: 0 }] });
    expect(verifyExport({ ...file, version: 2 })).toMatchObject({ findings: [{ kind: 'unreadable' }] });
    const broken = { ...file, entries: [entries[0], { ...entries[1], hash: 7 }, entries[2]] };
    expect(verifyExport(broken)).toMatchObject({ findings: [{ kind: 'unreadable', seq: 2 }] });
  });
});

describe('payloads', () => {
  const transition = {
    data: { indicators: ['P01'], reached: true },
    facts: { isChild: false },
    clocks: [
      {
        procedureId: 'p-1',
        name: 'inform',
        startedAt: '2026-11-22T10:00:00.000Z',
        dueAt: '2026-11-23T10:00:00.000Z',
        state: 'running',
        provisional: false,
      },
    ],
    texts: [{ field: 'note', item: 'v-1', compartment: 'statement', commitment: 'a'.repeat(64) }],
  };
  const migration = {
    ...transition,
    from: 'identification@1',
    snapshot: { state: 'screening', context: {} },
  };
  const blind = 'A'.repeat(22);
  const examples: Record<keyof typeof payloadSchemas, object> = {
    'transition@1': transition,
    'transition@2': { ...transition, blind },
    'migration@1': migration,
    'migration@2': { ...migration, blind },
  };

  it.each(Object.entries(examples))('%s is read as it was written, and nothing more', (name, payload) => {
    const [type, version] = name.split('@') as [string, string];
    expect(readPayload(type, Number(version), payload)).toEqual(payload);
    expect(() => readPayload(type, Number(version), { ...payload, extra: 1 })).toThrow();
    expect(() => readPayload(type, 99, payload)).toThrow(RangeError);
  });

  it('lets no sentence or name pass for a code, however deep', () => {
    const event = (field: unknown) => ({ ...transition, data: { field } });
    expect(() => readPayload('transition', 1, event({ deep: ['code-1'] }))).not.toThrow();
    expect(() => readPayload('transition', 1, event({ deep: ['she said so'] }))).toThrow();
    expect(() => readPayload('transition', 1, event({ deep: 'Aygün' }))).toThrow();
    expect(() => readPayload('transition', 1, event({ 'a key': 1 }))).toThrow();
  });
});
