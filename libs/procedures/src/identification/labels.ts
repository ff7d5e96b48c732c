import { DIMENSIONS, dimensionNames } from '#libs/indicators';
import { consentAnswers, words, type Words } from '#libs/vocabulary';

export const label = words('Müəyyənetmə', 'Identification');

export const states = {
  signalled: words('siqnal daxil olub', 'signalled'),
  screening: words('ilkin yoxlama', 'screening'),
  rejectionProposed: words('rədd təklif edilib', 'rejection proposed'),
  notIndicated: words('əlamət aşkar edilməyib', 'not indicated'),
  presumed: words('ehtimal olunan qurban', 'presumed victim'),
  assessment: words('qiymətləndirmə', 'assessment'),
  decisionProposed: words('qərar təklif edilib', 'decision proposed'),
  identified: words('qurban kimi müəyyən edilib', 'identified'),
  notIdentified: words('qurban kimi müəyyən edilməyib', 'not identified'),
  reconsideration: words('yenidən baxılır', 'reconsideration'),
  refusalHeld: words('imtina yoxlanılır', 'refusal held'),
  refused: words('rəsmi prosedurdan imtina edib', 'refused'),
  discontinued: words('dayandırılıb', 'discontinued'),
} as const satisfies Record<string, Words>;

export const refusalScopes = {
  formalProcedure: words('rəsmi prosedur', 'the formal procedure'),
  sharing: words('məlumatların ötürülməsi', 'sharing of data'),
  everything: words('hər şey', 'everything'),
} as const;

export const rejectionReasons = {
  noIndicators: words('göstərici yoxdur', 'no indicators'),
  otherOffence: words('başqa hüquq pozuntusu', 'another offence'),
  labourRights: words('əmək hüququ məsələsi', 'a matter of labour rights'),
  wrongInformation: words('məlumat təsdiqlənməyib', 'the information was wrong'),
  neverFound: words('şəxs tapılmayıb', 'the person was never found'),
} as const;

export const outcomes = {
  identified: words('qurbandır', 'identified'),
  notIdentified: words('qurban deyil', 'not identified'),
} as const;

const findings = {
  present: words('var', 'present'),
  absent: words('yoxdur', 'absent'),
  unclear: words('aydın deyil', 'unclear'),
} as const;

/** `EX.absent`: one finding on one dimension of the indicators. */
export const dimensionReasons: Readonly<Record<string, Words>> = Object.fromEntries(
  DIMENSIONS.flatMap((dimension) =>
    Object.entries(findings).map(([finding, { az, en }]) => [
      `${dimension}.${finding}`,
      words(`${dimensionNames[dimension].az}: ${az}`, `${dimensionNames[dimension].en}: ${en}`),
    ]),
  ),
);

export const authorities = {
  court: words('məhkəmə', 'court'),
  prosecution: words('prokurorluq', 'prosecution'),
  foreignMechanism: words('xarici mexanizm', 'foreign mechanism'),
} as const;

export const externalOutcomes = {
  recognised: words('qurban kimi tanınıb', 'recognised as a victim'),
  notRecognised: words('qurban kimi tanınmayıb', 'not recognised'),
} as const;

/** What she answers when she is back; `no` opens her file again and leaves the formal procedure refused. */
export const resumeAnswers = consentAnswers;

export const opinions = {
  identified: words('qurban sayılmalıdır', 'should be identified'),
  notIdentified: words('qərar düzgündür', 'the decision was right'),
} as const;
