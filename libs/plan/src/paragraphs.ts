import english from '../data/nap-2014-2018/paragraphs.en.json' with { type: 'json' };
import paragraphData from '../data/nap-2014-2018/paragraphs.json' with { type: 'json' };
import sectionData from '../data/nap-2014-2018/sections.json' with { type: 'json' };
import { paragraphIds } from './ids.generated.js';
import type { Paragraph, ParagraphId, Section } from './types.js';

/** Headings: sections 1-13, then 13.1-13.9. */
export const sections: readonly Section[] = sectionData;

/** The paragraphs of sections 1-12, in the plan's order. */
export const paragraphs: readonly Paragraph[] = paragraphData.map(({ id, section, text }) => {
  const paragraphId = id as ParagraphId;
  const translation = english[paragraphId];
  return { id: paragraphId, section, titleEn: translation.title, text: { az: text, en: translation.text } };
});

const byId = new Map<string, Paragraph>(paragraphs.map((each) => [each.id, each]));

/** Whether a string from outside (an address, a stored entry) names a paragraph of this plan. */
export function isParagraphId(value: string): value is ParagraphId {
  return (paragraphIds as readonly string[]).includes(value);
}

/** @throws RangeError when a string that is no paragraph id was forced in. */
export function paragraph(id: ParagraphId): Paragraph {
  const found = byId.get(id);
  if (!found) throw new RangeError(`The plan has no paragraph ${String(id)}`);
  return found;
}
