import { words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../../legal.js';
import { needToKnow } from '../../links.js';
import * as then from '../consequences.js';
import * as data from '../schemas.js';
import { plain } from './shared.js';

const byClock = { ...plain, by: 'clock', schema: data.nothing } as const;

export const byRulebook = {
  returnForAgeDoubt: {
    ...plain,
    label: words('Yaş şübhəsinə görə yoxlamaya qaytarmaq', 'Return to screening for doubt about age'),
    past: words('Yaş şübhəsinə görə ilkin yoxlamaya qaytarıldı', 'Returned to screening: age in doubt'),
    by: 'rulebook',
    schema: data.nothing,
    legalBasis: [legal.presumeChild],
    derive: then.referralOwed,
    then: then.returnedForAge,
  },
  discontinue: {
    ...plain,
    label: words('Dayandırmaq', 'Discontinue'),
    past: words('Müəyyənetmə dayandırıldı', 'Identification discontinued'),
    by: 'rulebook',
    schema: data.nothing,
    derive: then.standing,
  },
  reinstate: {
    ...plain,
    label: words('Bərpa etmək', 'Reinstate'),
    past: words('Müəyyənetmə qaldığı yerdən bərpa edildi', 'Identification reinstated where it stood'),
    by: 'rulebook',
    schema: data.nothing,
    then: then.reinstated,
  },
  sealAgain: {
    ...plain,
    label: words('Yenidən bağlamaq', 'Seal again'),
    past: words('Yeni qeydlər bağlandı', 'What was written since was sealed'),
    by: 'rulebook',
    schema: data.nothing,
    legalBasis: [legal.consensual],
    then: then.sealedAgain,
  },
  screeningPassed: {
    ...byClock,
    label: words('İlkin yoxlama müddəti keçdi', 'The time for screening passed'),
    past: words('İlkin yoxlama vaxtında bitmədi', 'Screening was not finished in time'),
    then: then.screeningOverdue,
  },
  referralToMainDepartmentPassed: {
    ...byClock,
    label: words('Baş İdarəyə göndərmə müddəti keçdi', 'The time to refer passed'),
    past: words('Baş İdarəyə vaxtında göndərilmədi', 'Not referred to the Main Department in time'),
    legalBasis: [legal.referIn24Hours],
    then: then.referralOverdue,
  },
  secondOfficerPassed: {
    ...byClock,
    label: words('İkinci əməkdaşın müddəti keçdi', 'The time of the second officer passed'),
    past: words('İkinci əməkdaş vaxtında cavab vermədi', 'The second officer did not answer in time'),
    then: then.secondOverdue,
  },
  reconsiderationPassed: {
    ...byClock,
    label: words('Yenidən baxılma müddəti keçdi', 'The time for reconsideration passed'),
    past: words('Yenidən baxılma vaxtında bitmədi', 'Reconsideration was not decided in time'),
    then: then.reconsiderationOverdue,
  },
  refusalGuardPassed: {
    ...byClock,
    label: words('Məhvdən əvvəl gözləmə bitdi', 'The guard before shredding ended'),
    past: words('Məhvdən əvvəl gözləmə müddəti bitdi', 'The guard before shredding ended'),
    links: [needToKnow],
    legalBasis: [legal.privacy],
    derive: then.guardAgainstFloor,
    then: then.shredded,
  },
} satisfies Record<string, CommandSpec<PlanLink>>;
