import { LastAdministrator, UnfitRole } from '../../access/index.js';
import { DatabaseError } from '../../platform/index.js';
import { Problem } from '../front-desk/index.js';

/** 422 with what is wrong at that place of the body. */
export const faultAt = (pointer: string, code: string): Problem =>
  new Problem(422, 'invalid-data', { errors: [{ pointer, code }] });

export const explainTaken =
  (pointer: string) =>
  (error: unknown): never => {
    throw error instanceof DatabaseError && error.kind === 'unique' ? faultAt(pointer, 'taken') : error;
  };

export const explainUnfit =
  (pointer: string) =>
  (error: unknown): never => {
    if (!(error instanceof UnfitRole)) throw error;
    const fault = { pointer, code: 'not-of-this-body', detail: error.words };
    throw new Problem(422, 'invalid-data', { errors: [fault] });
  };

export const explainLast = (error: unknown): never => {
  throw error instanceof LastAdministrator ? new Problem(409, 'last-administrator') : error;
};
