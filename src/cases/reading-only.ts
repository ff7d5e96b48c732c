import type { Ground } from '../access/index.js';

/**
 * Break-glass is for reading. The one thing its reader may also say is that the person may be a child: in doubt
 * means child, whoever sees it.
 */
export const mayGive = (
  ground: Ground['kind'],
  { procedure, command }: { readonly procedure: string; readonly command: string },
): boolean => ground !== 'breakGlass' || (procedure === 'caseFile' && command === 'recordAgeDoubt');
