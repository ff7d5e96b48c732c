import { Injectable } from '@nestjs/common';
import { decidesOnProposal } from '#libs/procedures';
import type { TextRef } from '../../../vault/index.js';
import type { Identity } from '../../../access/index.js';
import { type CaseHeader, CaseReader, type EntryShown } from '../../../cases/index.js';
import { questionsOf } from '../../forms/answers.js';
import { capitalised, say, sayCounted } from '../../words/words.js';
import { asksForEntry, type Chosen } from './chosen.js';
import { wholeTimeline } from './explain.js';
import type { Language } from '#libs/vocabulary';

/** Tags of states in which somebody decides upon what another has done. */
const answered: readonly string[] = ['secondPerson', 'pending'];

/** The newest step that led there; that a death was taken back led back, and proposed nothing. */
export const stepInto = <Entry extends Step>(
  { procedureId, state }: { readonly procedureId: string | undefined; readonly state: string },
  entries: readonly Entry[],
): Entry | undefined =>
  entries.findLast(
    (entry) =>
      entry.procedureId === procedureId &&
      entry.to === state &&
      entry.from !== state &&
      entry.command !== 'reinstate',
  );

type Step = Pick<EntryShown, 'procedureId' | 'from' | 'to' | 'command'>;

/** What was written with a step, or why its words stay shut. */
export interface Written {
  readonly label: string;
  readonly text: string;
  readonly isShut: boolean;
}

/** The step that a form is about. */
@Injectable()
export class StepBefore {
  constructor(private readonly cases: CaseReader) {}

  /**
   * What a second person or a receiver decides upon, or the entry that is corrected. An address names an entry only where
   * one is asked for: what is decided upon is always the newest step.
   */
  async of(reader: Identity, choice: Chosen, entrySeq: string | undefined): Promise<EntryShown | undefined> {
    const { header, procedureId } = choice;
    if (asksForEntry(choice)) return this.entry(reader, header, Number(entrySeq));
    const instance = instanceOf(choice);
    if (!instance?.tags.some((tag) => answered.includes(tag))) return undefined;
    const { items } = await this.cases.timeline(reader, header.id, wholeTimeline);
    return stepInto(
      { procedureId, state: instance.state },
      items.flatMap((item) => ('restricted' in item ? [] : [item])),
    );
  }

  /**
   * The words of a proposal, for whoever decides upon it, never for who made it: as far as her compartments open, and
   * the reading goes on record first. Other commands decide nothing, and open nothing.
   */
  async words(
    reader: Identity,
    choice: Chosen,
    entry: EntryShown | undefined,
    language: Language,
  ): Promise<Written[]> {
    const refs = entry && decidesOnProposal(choice.procedure, choice.command) ? textsOf(entry) : [];
    if (!entry || refs.length === 0) return [];
    const compartments = [...new Set(refs.map(({ compartment }) => compartment))];
    const { texts, shut } = await this.cases.openCompartments(reader, entry.caseId, compartments, 'decision');
    const { properties = {} } = questionsOf(entry.procedure, entry.command);
    return refs.map(({ field, item, compartment }) => {
      const [why] = Object.keys(shut[compartment] ?? {});
      const value = texts.find((text) => text.item === item)?.value;
      return {
        label: capitalised(properties[field]?.label?.[language] ?? field, language),
        text:
          value ??
          (why ? say(language, `compartment.shut.${why}`) : sayCounted(language, 'compartment.altered', 1)),
        isShut: value === undefined,
      };
    });
  }

  private async entry(reader: Identity, { id }: CaseHeader, seq: number): Promise<EntryShown | undefined> {
    if (!Number.isSafeInteger(seq) || seq < 1) return undefined;
    const { items } = await this.cases.timeline(reader, id, { after: seq - 1, limit: 1, part: 'case' });
    return items.find((item): item is EntryShown => item.seq === seq && !('restricted' in item));
  }
}

const instanceOf = ({ header, procedureId }: Chosen) =>
  header.procedures.find(({ id }) => id === procedureId);

const textsOf = ({ payload }: EntryShown): readonly TextRef[] =>
  (payload as { readonly texts?: readonly TextRef[] }).texts ?? [];
