// Derives paragraphs.json (sections 1-12, Azerbaijani wording) from plan.az.txt.
// Run: node tools/plan/derive-paragraphs.mjs [data directory]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = process.argv[2] ?? 'libs/plan/data/nap-2014-2018';
const lines = readFileSync(join(directory, 'plan.az.txt'), 'utf8').split('\n');
const sections = JSON.parse(readFileSync(join(directory, 'sections.json'), 'utf8'));

const headings = new Map(sections.map(({ id, title }) => [`${id}. ${title.az}`, id]));
const paragraphs = [];
let section;

for (const line of lines.map((raw) => raw.trim()).filter((raw) => raw !== '')) {
  if (headings.has(line)) {
    section = headings.get(line);
    if (section === '13') break;
  } else if (section) {
    takeLine(line);
  }
}

/** A numbered line starts a paragraph; any other continues the last one, or is the section's own text. */
function takeLine(line) {
  const numbered = /^(\d+(?:\.\d+)+)\.\s+(.*)$/.exec(line);
  const open = paragraphs.at(-1);
  if (numbered) paragraphs.push({ id: numbered[1], section, text: numbered[2] });
  else if (open?.section === section) open.text = `${open.text} ${line}`;
  else paragraphs.push({ id: section, section, text: line });
}

writeFileSync(join(directory, 'paragraphs.json'), `${JSON.stringify(paragraphs, null, 2)}\n`);
console.log(`${paragraphs.length} paragraphs`);
