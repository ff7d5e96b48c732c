import type { Step } from '#libs/rulebook';
import type { CaseView, InstanceView } from '#libs/vocabulary';
import type { Chronicle } from './chronicle.js';

/** One command of a case: before, after, and the entries that it made. */
export interface Moment {
  readonly before: CaseView;
  readonly after: CaseView;
  readonly steps: readonly Step[];
  /** What was known before the first entry, and before each of them in turn. */
  readonly knownBefore: readonly Chronicle[];
  readonly known: Chronicle;
}

/** What must hold after every command. Says what is wrong, or nothing. */
export type Invariant = (moment: Moment) => readonly string[];

export const instanceOf = (view: CaseView, type: string): InstanceView | undefined =>
  view.instances.findLast((instance) => instance.type === type);

export const handoffsOf = (view: CaseView): readonly InstanceView[] =>
  view.instances.filter(({ type }) => type === 'handoff');

/** For each entry that fits: what is wrong with it, given what was known before it. */
export const ofEach =
  (fits: (step: Step) => boolean, wrong: (step: Step, known: Chronicle, moment: Moment) => string | false) =>
  (moment: Moment): readonly string[] =>
    moment.steps.flatMap((step, index) => {
      const known = moment.knownBefore[index];
      const found = known && fits(step) && wrong(step, known, moment);
      return found ? [`${step.procedure}.${step.command}: ${found}`] : [];
    });
