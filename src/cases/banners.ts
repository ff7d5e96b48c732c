import { isChild } from '#libs/procedures';
import { many, one, words, type CaseView, type Words } from '#libs/vocabulary';

/** A warning that stands on every screen of a case. */
export interface Banner {
  readonly code: string;
  readonly words: Words;
}

const banner = (code: string, az: string, en: string): Banner => ({ code, words: words(az, en) });

/**
 * Codes only: a banner never tells more than the state it stands for. That somebody is missing stands before all else,
 * for who may know that procedure (`knows`).
 */
export function bannersOf(view: CaseView, knows: (procedure: string) => boolean): Banner[] {
  const file = one(view, 'caseFile');
  const sealedAt = one(view, 'identification')?.context['sealedAt'] ?? null;
  const tags = new Set(view.instances.flatMap((instance) => instance.tags));
  const age = file?.context['ageStatus'];
  const found: Banner[] = [];
  if (knows('missingPerson') && isMissing(view))
    found.push(
      isChild(view)
        ? banner('missingChild', 'İtkin düşmüş uşaq', 'Missing child')
        : banner('missingPerson', 'İtkin düşmüş şəxs', 'Missing person'),
    );
  if (age === 'child')
    found.push(
      banner('child', 'Uşaq: uşaq qaydaları tətbiq olunur', 'A child: the rules for children apply'),
    );
  if (age === 'presumedChild')
    found.push(banner('presumedChild', 'Yaşı şübhəlidir: uşaq sayılır', 'Age in doubt: treated as a child'));
  if (file?.context['immediateDanger'] === true)
    found.push(banner('immediateDanger', 'Dərhal təhlükə bildirilib', 'Immediate danger was reported'));
  if (file?.context['detained'] === true)
    found.push(
      banner(
        'detained',
        'Şəxs tutulub: azad edilmə tələb olunub',
        'The person is detained: release was asked for',
      ),
    );
  if (tags.has('removalBarred') || reflects(view) || mayAskAgain(view))
    found.push(banner('removalBarred', 'Ölkədən çıxarıla bilməz', 'Removal from the country is barred'));
  if (sealedAt !== null) found.push(banner('sealed', 'Şəxsiyyət möhürlənib', 'Identity is sealed'));
  return found;
}

const isMissing = (view: CaseView): boolean =>
  many(view, 'missingPerson').some(({ tags }) => tags.includes('missing'));

/** A period of reflection that authorities are bound by; a voluntary one is known to nobody. */
function reflects(view: CaseView): boolean {
  const reflection = one(view, 'reflection');
  return reflection?.tags.includes('protects') === true && reflection.context['voluntary'] !== true;
}

/** Identification is complete when a negative decision can no longer be reconsidered. */
const mayAskAgain = (view: CaseView): boolean =>
  one(view, 'identification')?.clocks['reconsiderationWindow']?.state === 'running';
