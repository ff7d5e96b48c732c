/**
 * The text of docs/pages.md: each page that was pictured, by person, in both languages. `shown`: `{ person, name,
 * title: { az, en }, narrow }` in order; `folder`: where the pictures lie beside the document.
 */
export function gallery(shown, folder) {
  const people = [...new Set(shown.map(({ person }) => person))];
  const parts = people.map((person) => section(person, shown, folder));
  return `${introduction}\n${parts.join('\n')}`;
}

const introduction = `# Pages

Every page with the synthetic cases of the demo, as each person sees it, in Azerbaijani and English.
\`npm run screenshots\` writes the pictures and this list anew.
`;

function section(person, shown, folder) {
  const own = shown.filter((one) => one.person === person);
  return `## ${person}\n\n${own.map((one) => entry(one, folder)).join('\n')}`;
}

function entry({ person, name, title, narrow }, folder) {
  const sizes = narrow ? [wide, slim] : [wide];
  const pictures = sizes.flatMap(({ ending, width }) =>
    ['az', 'en'].map((language) => {
      const file = `${folder}/${person}-${name}-${language}${ending}.webp`;
      return `<img src="${file}" alt="${title[language]}" width="${width}" />`;
    }),
  );
  return `### ${title.en} · ${title.az}\n\n${pictures.join('\n')}\n`;
}

const wide = { ending: '', width: '48%' };
const slim = { ending: '-narrow', width: '24%' };
