import { firstLineRoles, supportRoles, words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../legal.js';
import { nothingAgainstWill, reflectionRules } from '../links.js';
import {
  anotherBody,
  attemptsNamed,
  byPerson,
  mainDepartmentOnly,
  noConflict,
  notForChild,
  secondPerson,
  childRepresented,
  withRepresentative,
} from '../rules/index.js';
import * as then from './consequences.js';
import { afterRefusal, floorBegun, personHeard, reviewAfterTermination, understood } from './rules.js';
import * as data from './schemas.js';

type Spec = CommandSpec<PlanLink>;

/** The bar to removal is set or kept. */
const removalBar = { measure: '13.6.1', relation: 'fulfils' } as const;
const plain = {
  rules: [],
  links: [reflectionRules, nothingAgainstWill],
  legalBasis: [legal.reflection],
} as const;

export const commands = {
  grant: {
    ...plain,
    label: words('Müddəti vermək', 'Grant the period'),
    past: words('Bərpa və fikirləşmə müddəti verildi', 'Reflection period granted'),
    by: 'rulebook',
    schema: data.nothing,
    links: [removalBar, reflectionRules, nothingAgainstWill],
    legalBasis: [legal.reasonableGrounds, legal.reflection],
    derive: then.laterFloor,
    then: then.granted,
  },
  begin: {
    ...plain,
    label: words('Könüllü müddətə başlamaq', 'Begin a voluntary period'),
    past: words('Könüllü fikirləşmə müddəti başladı', 'Voluntary reflection period began'),
    by: supportRoles,
    schema: data.beginData,
    rules: [notForChild, byPerson, afterRefusal, understood],
  },
  inform: {
    ...plain,
    label: words('Məlumatlandırmaq', 'Inform the person'),
    past: words('Şəxsin məlumatlandırılması qeyd edildi', 'Informing of the person recorded'),
    by: firstLineRoles,
    schema: data.informData,
    rules: [byPerson, attemptsNamed, understood],
    legalBasis: [legal.assistance, legal.reflection],
    derive: then.daysKept,
    then: then.informed,
  },
  extend: {
    ...plain,
    label: words('Uzatmaq', 'Extend'),
    past: words('Fikirləşmə müddəti uzadıldı', 'Reflection period extended'),
    by: [...supportRoles, 'lawyer', 'guardianshipOfficer', 'investigator', 'prosecutor', 'reviewer'],
    schema: data.extendData,
    rules: [byPerson, floorBegun, reviewAfterTermination],
    links: [removalBar, reflectionRules],
    derive: then.longer,
  },
  recordDecision: {
    ...plain,
    label: words('Şəxsin qərarını qeyd etmək', 'Record her decision'),
    past: words('Şəxsin əməkdaşlıq barədə qərarı qeyd edildi', 'Her decision on cooperating recorded'),
    by: [...supportRoles, 'lawyer'],
    schema: data.recordDecisionData,
    rules: [byPerson, childRepresented, withRepresentative],
    then: then.decided,
  },
  proposeTermination: {
    ...plain,
    label: words('Xitam təklif etmək', 'Propose termination'),
    past: words('Müddətə xitam verilməsi təklif edildi', 'Termination of the period proposed'),
    by: ['investigator'],
    schema: data.proposeTerminationData,
    rules: [mainDepartmentOnly, notForChild, noConflict, personHeard],
    links: [reflectionRules],
    legalBasis: [legal.reflectionNotObserved],
    then: then.terminationProposed,
  },
  confirmTermination: {
    ...plain,
    label: words('Xitamı təsdiq etmək', 'Confirm the termination'),
    past: words('Müddətə xitam verildi', 'Period terminated'),
    by: ['prosecutor'],
    schema: data.confirmData,
    rules: [secondPerson, anotherBody, notForChild, noConflict],
    links: [reflectionRules],
    legalBasis: [legal.reflectionNotObserved],
    then: then.terminated,
  },
  returnTermination: {
    ...plain,
    label: words('Xitamı qaytarmaq', 'Return the termination'),
    past: words('Xitam təklifi qaytarıldı', 'Proposed termination returned'),
    by: ['prosecutor'],
    schema: data.returnData,
    rules: [secondPerson, anotherBody],
    links: [reflectionRules],
    legalBasis: [legal.reflectionNotObserved],
    then: then.terminationReturned,
  },
  discontinue: {
    ...plain,
    label: words('Dayandırmaq', 'Discontinue'),
    past: words('Müddət dayandırıldı', 'Period discontinued'),
    by: 'rulebook',
    schema: data.nothing,
    links: [reflectionRules],
    derive: then.standing,
  },
  reinstate: {
    ...plain,
    label: words('Bərpa etmək', 'Reinstate'),
    past: words('Müddət qaldığı yerdən bərpa edildi', 'Period reinstated where it stood'),
    by: 'rulebook',
    schema: data.nothing,
    derive: then.floorThen,
    then: then.reinstated,
  },
  informPassed: {
    ...plain,
    label: words('Məlumatlandırma müddəti keçdi', 'The time to inform passed'),
    past: words('Şəxs vaxtında məlumatlandırılmadı', 'The person was not informed in time'),
    by: 'clock',
    schema: data.nothing,
    links: [reflectionRules],
    then: then.informOwed,
  },
  reflectionFloorPassed: {
    ...plain,
    label: words('Fikirləşmə müddəti bitdi', 'The reflection period ended'),
    past: words('Bərpa və fikirləşmə müddəti bitdi', 'Recovery and reflection period elapsed'),
    by: 'clock',
    schema: data.nothing,
    then: then.elapsed,
  },
  secondOfficerPassed: {
    ...plain,
    label: words('Prokurorun müddəti keçdi', 'The time of the prosecutor passed'),
    past: words('Prokuror vaxtında cavab vermədi', 'The prosecutor did not answer in time'),
    by: 'clock',
    schema: data.nothing,
    links: [reflectionRules],
    then: then.overdue,
  },
} satisfies Record<string, Spec>;
