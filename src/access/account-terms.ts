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
} as const satisfies Record<string, Words>;
export type ClosingReason = keyof typeof closingReasons;

/** Thrown where somebody cannot have this role in this body; nothing was added. */
export class UnfitRole extends RangeError {
  override readonly name = 'UnfitRole';

  constructor(
    private readonly role: Role,
    private readonly kind: BodyKind,
  ) {
    super(`${role} in a body of the kind ${kind}`);
  }

  /** What is wrong, and which roles there are instead. */
  get words(): Words {
    const there = (language: 'az' | 'en') =>
      rolesOfKind[this.kind].map((role) => roleLabels[role][language]).join(', ');
    const role = roleLabels[this.role];
    const kind = bodyKindLabels[this.kind];
    return words(
      `Qurumun növü «${kind.az}» olduqda «${role.az}» rolu verilmir. Verilə bilən rollar: ${there('az')}.`,
      `In a body of the kind "${kind.en}" nobody has the role "${role.en}". There are: ${there('en')}.`,
    );
  }
}

/** Throws UnfitRole. */
export function assertRoleFits(role: Role, kind: BodyKind): void {
  if (!rolesOfKind[kind].includes(role)) throw new UnfitRole(role, kind);
}
