import type { Compartment, Role, Uuid } from '#libs/vocabulary';
import { type Ground, mayOpen } from '../access/index.js';

/** Which of the wanted compartments a ground reaches, and how. No compartment stands in two lists. */
export interface Reach {
  /** By participation. */
  readonly own: readonly Compartment[];
  /** By a break-glass grant, which also reaches what is sealed. */
  readonly granted: readonly Compartment[];
  readonly beyond: readonly Compartment[];
  readonly grantId?: Uuid;
}

/** The need-to-know table applied to a ground. Oversight reaches nothing. */
export function reachOf(role: Role, ground: Ground, compartments: readonly Compartment[]): Reach {
  const wanted = [...new Set(compartments)];
  const grant =
    ground.kind === 'participation' ? ground.breakGlass : ground.kind === 'breakGlass' ? ground : undefined;
  const granted = wanted.filter(
    (one) => grant?.compartments.includes(one) && mayOpen(role, 'breakGlass', one),
  );
  const level = ground.kind === 'participation' ? ground.level : ground.kind;
  const own =
    ground.kind === 'participation'
      ? wanted.filter((one) => !granted.includes(one) && mayOpen(role, level, one))
      : [];
  const beyond = wanted.filter((one) => !own.includes(one) && !granted.includes(one));
  return { own, granted, beyond, ...(grant ? { grantId: grant.grantId } : {}) };
}
