import { words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../../legal.js';
import { needToKnow, nothingAgainstWill } from '../../links.js';
import { byPerson, noConflict, notForChild, secondPerson } from '../../rules/index.js';
import * as then from '../consequences.js';
import * as rule from '../rules.js';
import * as data from '../schemas.js';
import { firstLine, plain } from './shared.js';

const refusing = {
  ...plain,
  links: [nothingAgainstWill, needToKnow],
  legalBasis: [legal.consensual, legal.againstNoWill],
} as const;

export const refusal = {
  recordRefusal: {
    ...refusing,
    label: words('İmtinanı qeyd etmək', 'Record a refusal'),
    past: words('Şəxsin imtinası qeyd edildi', 'Refusal of the person recorded'),
    by: firstLine,
    schema: data.recordRefusalData,
    rules: [notForChild, byPerson, rule.heardInPerson],
    then: then.refusalRecorded,
  },
  confirmRefusal: {
    ...refusing,
    label: words('İmtinanı təsdiq etmək', 'Confirm the refusal'),
    past: words('İmtina təsdiq edildi', 'Refusal confirmed'),
    by: firstLine,
    schema: data.confirmData,
    rules: [notForChild, secondPerson, noConflict],
    then: then.refusalConfirmed,
  },
  returnRefusal: {
    ...refusing,
    label: words('İmtinanı qaytarmaq', 'Return the refusal'),
    past: words('İmtina şəxsin iradəsi sayılmadı', 'Refusal found not to be her own'),
    by: firstLine,
    schema: data.returnData,
    rules: [secondPerson],
    then: then.refusalReturned,
  },
  resume: {
    ...refusing,
    label: words('Davam etmək', 'Resume'),
    past: words('Şəxs qayıtdı və razılıq verdi', 'The person came back'),
    by: firstLine,
    schema: data.resumeData,
    rules: [byPerson, rule.refusalOnRecord, rule.byReturnCode],
    derive: then.referralOwed,
    then: then.resumed,
  },
} satisfies Record<string, CommandSpec<PlanLink>>;
