import type { Codes } from './commands.js';

/** A code, id or date of a step's data or an instance's context; null where there is none. */
export const code = (codes: Codes | undefined, field: string): string | null => {
  const value = codes?.[field];
  return typeof value === 'string' ? value : null;
};

/** Whether a flag is set. */
export const isSet = (codes: Codes | undefined, field: string): boolean => codes?.[field] === true;

export const codeList = (codes: Codes | undefined, field: string): readonly string[] => {
  const value = codes?.[field];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
};

export const amount = (codes: Codes | undefined, field: string): number => {
  const value = codes?.[field];
  return typeof value === 'number' ? value : 0;
};
