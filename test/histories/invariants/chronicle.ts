import type { Step } from '#libs/rulebook';
import { code, codeList } from '#libs/vocabulary';

const DAY = 86_400_000;

/** What is known of a case from its entries alone. The rules are not asked: this is their check. */
export interface Chronicle {
  readonly child: boolean;
  /** About what the best interests were determined since the last decision that rests on them. */
  readonly interests: string | null;
  /** What was last found of the child's family, and who of it is suspected. */
  readonly family: string | null;
  readonly suspected: readonly string[];
  readonly presumed: boolean;
  readonly voluntary: boolean;
  /** Whether she was informed: null as long as nobody tried. */
  readonly reached: boolean | null;
  /** Days were added to the floor, or came from a duplicate: they are never taken away. */
  readonly added: boolean;
  /** Milliseconds; null as long as nobody informed her since she was presumed. */
  readonly floorEnds: number | null;
  /** What an adult refused: the formal procedure, or everything. Sharing alone is kept apart. */
  readonly refused: boolean;
  readonly owner: string | null;
  /** Who made the proposal that now waits, by procedure. */
  readonly makers: Readonly<Record<string, Maker | undefined>>;
  /** Who made the last decision on identification: proposer and confirmer, and their body. */
  readonly deciders: readonly (string | null)[];
  readonly decidingBody: string | null;
}
export interface Maker {
  readonly command: string;
  readonly id: string | null;
  readonly bodyId: string | null;
}

export const blank: Chronicle = {
  child: false,
  interests: null,
  family: null,
  suspected: [],
  presumed: false,
  voluntary: false,
  reached: null,
  added: false,
  floorEnds: null,
  refused: false,
  owner: null,
  makers: {},
  deciders: [],
  decidingBody: null,
};

const proposing = [
  'rejectIndication',
  'recordRefusal',
  'proposeDecision',
  'proposeTermination',
  'close',
  'void',
  'recordDeath',
];

/** What one entry adds to what is known. */
export function told(known: Chronicle, step: Step): Chronicle {
  const further = [aboutAge, aboutGuardianship, aboutPresumption, aboutFloor, aboutRefusal, aboutPersons];
  return further.reduce((so, tell) => ({ ...so, ...tell(so, step) }), known);
}

function aboutAge(known: Chronicle, { command, data }: Step): Partial<Chronicle> {
  if (command === 'open')
    return { child: ['child', 'presumedChild'].includes(code(data, 'ageStatus') ?? '') };
  if (['comeOfAge', 'ageReviewPassed'].includes(command)) return { child: false };
  return command === 'recordAgeDoubt' ? { child: true } : {};
}

const restOnInterests = ['appointGuardian', 'replaceGuardian', 'confirmParentalCare', 'end'];

function aboutGuardianship(_: Chronicle, { procedure, command, data }: Step): Partial<Chronicle> {
  if (procedure !== 'guardianship') return {};
  if (command === 'recordBestInterests') return { interests: code(data, 'about') };
  if (command === 'recordFamilyAssessment')
    return { family: code(data, 'outcome'), suspected: codeList(data, 'suspected') };
  return restOnInterests.includes(command) ? { interests: null } : {};
}

function aboutPresumption({ presumed }: Chronicle, { command, to }: Step): Partial<Chronicle> {
  const recognised = command === 'recordExternalDecision' && to === 'identified';
  return { presumed: presumed || command === 'presume' || recognised };
}

/** 30 days from informing; 90 from trying in vain, until she is reached: then it counts anew. */
function aboutFloor(known: Chronicle, step: Step): Partial<Chronicle> {
  if (step.procedure !== 'reflection') return {};
  const now = Date.parse(step.recordedAt);
  const kept = known.added ? (known.floorEnds ?? 0) : 0;
  switch (step.command) {
    case 'begin':
      return { voluntary: true, reached: true, floorEnds: now + 30 * DAY };
    case 'grant':
      return granted(known, step);
    case 'inform':
      if (step.data['reached'] === true)
        return known.reached ? {} : { reached: true, floorEnds: Math.max(now + 30 * DAY, kept) };
      return known.reached === null ? { reached: false, floorEnds: Math.max(now + 90 * DAY, kept) } : {};
    case 'extend':
      return {
        added: true,
        floorEnds: Math.max(known.floorEnds ?? 0, now) + Number(step.data['days']) * DAY,
      };
    default:
      return {};
  }
}

/** A voluntary period binds nobody: presumed, she is informed anew. A duplicate hands over what ends later. */
function granted(known: Chronicle, { data, from }: Step): Partial<Chronicle> {
  const carried = typeof data['floorEndsAt'] === 'string' ? Date.parse(data['floorEndsAt']) : null;
  if (known.voluntary && carried === null)
    return { voluntary: false, reached: null, added: false, floorEnds: null };
  if (carried === null) return {};
  const reached = from === null ? { reached: true } : {};
  return { ...reached, voluntary: false, added: true, floorEnds: Math.max(known.floorEnds ?? 0, carried) };
}

function aboutRefusal(known: Chronicle, { command, data, to }: Step): Partial<Chronicle> {
  switch (command) {
    case 'open':
      return { refused: !known.child && data['consentReferToMainDepartment'] === 'no' };
    case 'recordRefusal':
      return data['scope'] === 'sharing' ? {} : { refused: true };
    case 'resume':
      return { refused: data['consentReferToMainDepartment'] === 'no' };
    case 'returnRefusal':
      return { refused: to === 'refused' };
    case 'recordAgeDoubt':
      return { refused: false };
    default:
      return {};
  }
}

function aboutPersons(known: Chronicle, step: Step): Partial<Chronicle> {
  const { procedure, command, actor, effects } = step;
  const { id, bodyId } = actor;
  const given = effects.findLast((effect) => effect.type === 'assignOwner');
  const owner = given ? { owner: given.bodyId } : {};
  if (proposing.includes(command) && step.data['scope'] !== 'sharing')
    return { ...owner, makers: { ...known.makers, [procedure]: { command, id, bodyId } } };
  if (command !== 'confirmDecision') return owner;
  return { ...owner, deciders: [known.makers['identification']?.id ?? null, id], decidingBody: bodyId };
}
