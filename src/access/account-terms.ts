import {
  bodyKindLabels,
  type BodyKind,
  roleLabels,
  type Role,
  rolesOfKind,
  words,
  type Words,
} from '#libs/vocabulary';

/** How a username of a new account is written. */
export const usernamePattern = /^[a-z0-9._-]{2,60}$/;

/** Why an account is closed. Codes go on record, never a person's words. */
export const closingReasons = {
  left: words('işdən ayrılıb', 'left the work'),
  moved: words('başqa quruma və ya vəzifəyə keçib', 'went to another body or another post'),
  away: words('uzun müddət işdə olmayacaq', 'will be away for long'),
  misused: words(
    'hesabdan sui-istifadə edilib və ya buna şübhə var',
    'the account was misused, or it is suspected',
  ),
  mistaken: words('səhvən açılıb', 'was added by mistake'),
  unused: words('daha istifadə olunmur', 'is not used any more'),
} as const satisfies Record<string, Words>;
export type ClosingReason = keyof typeof closingReasons;

/** Why the account of a system is closed: a system leaves no work and goes to no other post. */
export const closingReasonsOfSystems = {
  unused: closingReasons.unused,
  misused: closingReasons.misused,
  mistaken: closingReasons.mistaken,
} as const satisfies Partial<Record<ClosingReason, Words>>;

/** The longest that a token is valid, in days of wall time: a rule of this program, not of law. */
export const longestTokenDays = 365;

/** To oversee the work of others and to keep accounts is for persons. */
const personal: readonly Role[] = ['supervisor', 'coordinator', 'ombudsman', 'administrator'];

/** What a system can be: what works on a case in the name of a body. */
export const rolesOfSystems = Object.fromEntries(
  Object.entries(roleLabels).filter(([role]) => !personal.includes(role as Role)),
) as Record<Role, Words>;

/** Thrown where somebody cannot have this role in this body; nothing was added. */
export class UnfitRole extends RangeError {
  override readonly name = 'UnfitRole';

  constructor(
    private readonly role: Role,
    private readonly kind: BodyKind,
    private readonly system: boolean,
  ) {
    super(`${role} in a body of the kind ${kind}`);
  }

  /** What is wrong, and which roles there are instead. */
  get words(): Words {
    const there = (language: 'az' | 'en') =>
      fitting(this.kind, this.system)
        .map((role) => roleLabels[role][language])
        .join(', ') || words('heç biri', 'none')[language];
    const role = roleLabels[this.role];
    const kind = bodyKindLabels[this.kind];
    return words(
      `Qurumun növü «${kind.az}» olduqda ${this.system ? 'sistemə ' : ''}«${role.az}» rolu verilmir. Verilə bilən rollar: ${there('az')}.`,
      `In a body of the kind "${kind.en}" ${this.system ? 'no system' : 'nobody'} has the role "${role.en}". There are: ${there('en')}.`,
    );
  }
}

const fitting = (kind: BodyKind, system: boolean): readonly Role[] =>
  rolesOfKind[kind].filter((role) => !system || role in rolesOfSystems);

/** `system`: of a system, not of a person. Throws UnfitRole. */
export function assertRoleFits(role: Role, kind: BodyKind, { system = false } = {}): void {
  if (!fitting(kind, system).includes(role)) throw new UnfitRole(role, kind, system);
}
