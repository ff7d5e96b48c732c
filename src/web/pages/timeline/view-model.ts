import { measure, paragraph, type PlanLink } from '#libs/plan';
import { notSuitedWords, type OfferUnsuitable } from '#libs/procedures';
import type { Language } from '#libs/vocabulary';
import type { Identity } from '../../../access/index.js';
import type { CaseHeader, EntryShown, Integrity, TimelineItem } from '../../../cases/index.js';
import { answersOf, type Answer, type Known } from '../../forms/answers.js';
import { capitalised, named, say } from '../../words/words.js';
import { commandAddress } from '../case/view-model.js';

/** Entries as they are read: who, what, when it happened and when it was written down, and what it rests on. */
export function entriesShown(
  items: readonly TimelineItem[],
  known: Known,
  header: CaseHeader,
  reader: Identity,
) {
  const correcting = correction(header);
  return items.map((item) => {
    if ('restricted' in item) return item;
    const isOwn = item.actor.bodyId === reader.bodyId;
    return {
      ...entryShown(item, known),
      correct: isOwn && correcting ? `${correcting}&entrySeq=${item.seq}` : '',
    };
  });
}

/** Where an entry is corrected, its number left out; undefined for who may correct none. */
function correction({ id, procedures }: CaseHeader): string | undefined {
  const file = procedures.find(({ type }) => type === 'caseFile');
  const open = file?.allowed.some(({ command }) => command === 'correctEntry');
  return file && open ? commandAddress(id, file, 'correctEntry') : undefined;
}

const entryShown = (entry: EntryShown, known: Known) => ({
  ...entry,
  actor: actorInWords(entry.actor, known.language),
  answers: [...answersOf(entry, known), ...unsuitedIn(entry, known.language)],
  plan: entry.links.map((link) => linkInWords(link as PlanLink, known.language)),
  isCorrection: entry.command === 'correctEntry',
});

/** What of a bed that was offered did not suit; nothing where it did, or where it tells a place that she may not know. */
function unsuitedIn({ payload }: EntryShown, language: Language): Answer[] {
  const { facts } = payload as {
    readonly facts?: { readonly unsuitable?: readonly OfferUnsuitable[] | object };
  };
  const codes = Array.isArray(facts?.unsuitable) ? (facts.unsuitable as readonly OfferUnsuitable[]) : [];
  const values = codes.map((code) => capitalised(notSuitedWords[code][language], language));
  return values.length > 0 ? [{ label: say(language, 'timeline.unsuitable'), values }] : [];
}

/** Who gave an entry: a system as one, so that none passes for an officer of the same name. */
export const actorInWords = (
  { name, system, roleLabel, body }: EntryShown['actor'],
  language: Language,
): string =>
  [named({ name, system }, language), roleLabel[language], body?.[language]].filter(Boolean).join(', ');

/** The plan gives its paragraphs no titles; ours are English only, so that in Azerbaijani the number stands alone. */
function linkInWords(link: PlanLink, language: Language) {
  const relation = say(language, `plan.${link.relation}`);
  if ('measure' in link) {
    return { relation, id: link.measure, title: measure(link.measure).title[language] };
  }
  const title = language === 'en' ? paragraph(link.paragraph).titleEn : '';
  return { relation, id: link.paragraph, title };
}

/** The result of checking chain and replay, without anything of what the entries say. */
export function verdictShown({ chain, differing }: Integrity) {
  if (!chain.ok) return { ok: false, findings: chain.findings, differing: 0 };
  const { entries, head } = chain;
  return {
    ok: differing.length === 0,
    entries,
    headHash: head.hash,
    findings: [],
    differing: differing.length,
  };
}
