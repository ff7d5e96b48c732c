import type { Language } from '#libs/vocabulary';
import provenance from './provenance.az.json' with { type: 'json' };

/** How sources of law are cited, in Azerbaijani: the titles of the acts, then the words between their numbers. */
const cited: readonly (readonly [RegExp, string])[] = [
  [
    /Cabinet decision ([\d/]+) \(National Referral Mechanism Rules\)/g,
    'Nazirlər Kabinetinin $1 nömrəli qərarı (Milli İstiqamətləndirmə Mexanizmi Qaydaları)',
  ],
  [
    /Cabinet decision ([\d/]+) \(Identification Rules\)/g,
    'Nazirlər Kabinetinin $1 nömrəli qərarı (müəyyən edilmə Qaydaları)',
  ],
  [
    /Cabinet decision ([\d/]+) \(Special Institutions Rules\)/g,
    'Nazirlər Kabinetinin $1 nömrəli qərarı (xüsusi müəssisələr Qaydaları)',
  ],
  [
    /Cabinet decision ([\d/]+) \(Child Shelter Rules\)/g,
    'Nazirlər Kabinetinin $1 nömrəli qərarı (uşaq sığınacaqları Qaydaları)',
  ],
  [/Cabinet decision ([\d/]+)/g, 'Nazirlər Kabinetinin $1 nömrəli qərarı'],
  [
    /Law 958-IIQ of 28 June 2005( on Combating Trafficking in Persons)?/g,
    '«İnsan alverinə qarşı mübarizə haqqında» 28 iyun 2005-ci il tarixli 958-IIQ nömrəli Qanun',
  ],
  [
    /Family Code, guardianship and trusteeship of children/g,
    'Ailə Məcəlləsi, uşaqlar üzərində qəyyumluq və himayə',
  ],
  [/protection of data on victims/g, 'qurbanlar barədə məlumatların qorunması'],
  [/National Action Plan 2014-2018/g, 'Milli Fəaliyyət Planı 2014–2018'],
  [/\bCETS 197\b/g, 'Avropa Şurasının 197 nömrəli Konvensiyası'],
  [/,? Art\. ([\d()]+)/g, ', maddə $1'],
  [/\bsection (\d+)/g, 'bölmə $1'],
  [/ and (?=\d)/g, ' və '],
];

/** Where a value comes from, sentence by sentence as the data tell it. */
const told = new Map(Object.entries(provenance));

/** A source of law as it is cited in this language. What is not known here, as in an added list, stays as it is. */
export const lawInWords = (source: string, language: Language): string =>
  language === 'en'
    ? source
    : (told.get(source) ??
      cited.reduce((text, [english, azerbaijani]) => text.replace(english, azerbaijani), source));
