import { CaseFault } from '../../cases/index.js';
import { problemOfCase } from '../front-desk/index.js';
import { pointerInBody } from './open-case.schemas.js';

/** Fields that an encounter says once for all. */
const ofAll = ['/source', '/encounteredAt', '/happenedAt', '/lateReason'];

/** Faults of an opening point into its body. @throws Problem, or what is no fault of the case room */
export function openingFault(fault: unknown): never {
  throw fault instanceof CaseFault ? pointing(fault, pointerInBody) : fault;
}

/** The same of an encounter, where what is a person's own lies under `/cases`. */
export function encounterFault(fault: unknown): never {
  throw fault instanceof CaseFault ? pointing(fault, inEncounter(fault.detail.nth ?? 0)) : fault;
}

const inEncounter = (nth: number) => (pointer: string) => {
  const inBody = pointerInBody(pointer);
  return ofAll.includes(inBody) ? inBody : `/cases/${nth}${inBody}`;
};

function pointing({ code, detail }: CaseFault, placed: (pointer: string) => string) {
  const { refusal, fields = [] } = detail;
  const moved = refusal?.pointer ? { ...refusal, pointer: placed(refusal.pointer) } : refusal;
  return problemOfCase(
    new CaseFault(code, {
      ...detail,
      ...(moved ? { refusal: moved } : {}),
      fields: fields.map((field) => ({ ...field, pointer: placed(field.pointer) })),
    }),
  );
}
