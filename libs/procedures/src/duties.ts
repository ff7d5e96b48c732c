import { z } from 'zod';
import { inForceOn, localDay } from '#libs/calendar';
import { bodyKinds, type BodyKind, type Instant } from '#libs/vocabulary';
import list from './duties.json' with { type: 'json' };

/** Which bodies owe a notification by law, as dated configuration. */
const dutyFile = z.array(
  z.strictObject({
    name: z.literal('notifyMainDepartment'),
    kinds: z.array(z.enum(bodyKinds as [BodyKind, ...BodyKind[]])),
    /** Whether the duty stands against the refusal of an adult. */
    despiteRefusal: z.boolean(),
    legalBasis: z.string().min(1),
    source: z.string().min(1),
    verified: z.boolean(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
  }),
);

export type Duty = Readonly<z.infer<typeof dutyFile>[number]>;
export const duties: readonly Duty[] = dutyFile.parse(list);

/** The duty that binds bodies of this kind on the day of `at`, of two the younger; undefined where none does. */
export function dutyToNotify(
  kind: BodyKind | undefined,
  at: Instant,
  from: readonly Duty[] = duties,
): Duty | undefined {
  return inForceOn(from, localDay(at)).find(({ kinds }) => kind !== undefined && kinds.includes(kind));
}
