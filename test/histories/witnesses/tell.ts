import type { Codes } from '#libs/vocabulary';
import type { CaseBuilder, PersonName } from '../../builders/case-builder.js';
import { dataOf } from '../../builders/lawful-data.js';

export type History = () => CaseBuilder;
/** Who, which command, and its codes where the lawful ones of the builders do not fit. */
export type Move = readonly [who: PersonName, command: string, data?: Codes];

/** One history: what `from` tells, and then these moves. A word that is no name is time: `P31D`, as the sweep walks it. */
export const tell =
  (from: History, ...moves: readonly (Move | string)[]): History =>
  () =>
    moves.reduce<CaseBuilder>((built, move) => {
      if (typeof move === 'string') return built.advance(move);
      const [who, command, data = dataOf(command)] = move;
      return built.give(who, command, data);
    }, from());

/** One history for each way on. */
export const each = (from: History, ...moves: readonly (Move | readonly (Move | string)[])[]): History[] =>
  moves.map((move) => (isMove(move) ? tell(from, move) : tell(from, ...move)));

const isMove = (move: Move | readonly (Move | string)[]): move is Move => typeof move[0] === 'string';

export const refusal = (scope: string, more: Codes = {}): Codes => ({
  scope,
  heardAlone: true,
  languageUnderstood: true,
  ...more,
});
/** Opened in error, by two bodies: the real end of a case that should not be. */
export const voided: readonly Move[] = [
  ['police', 'caseFile.void'],
  ['coordinator', 'caseFile.confirmEnd'],
];
