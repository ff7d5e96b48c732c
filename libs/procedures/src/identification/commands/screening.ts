import { words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { isChild } from '../../circumstances.js';
import { legal } from '../../legal.js';
import { fromSource, identificationRules } from '../../links.js';
import { anotherBodyForChild, noConflict, secondPerson } from '../../rules/index.js';
import * as then from '../consequences.js';
import * as rule from '../rules.js';
import * as data from '../schemas.js';
import { firstLine, plain } from './shared.js';

export const screening = {
  signal: {
    ...plain,
    label: words('Siqnalı qeydə almaq', 'Register the signal'),
    past: words('Siqnal qeydə alındı', 'Signal registered'),
    by: 'rulebook',
    schema: data.nothing,
    derive: then.duty,
  },
  recordIndicators: {
    ...plain,
    label: words('Göstəriciləri qeyd etmək', 'Record indicators'),
    past: words('Göstəricilər qeyd edildi', 'Indicators recorded'),
    by: firstLine,
    schema: data.recordIndicatorsData,
    links: [
      fromSource('13.2.9', 'onlineMonitoring'),
      {
        measure: '13.2.4',
        relation: 'fulfils',
        when: ({ view, data: given }) => isChild(view) && given['childTakenFromLabour'] === true,
      },
      identificationRules,
    ],
    derive: then.advice,
    then: then.indicatorsRecorded,
  },
  presume: {
    ...plain,
    label: words('Ehtimal olunan qurban saymaq', 'Presume a victim'),
    past: words('Şəxs ehtimal olunan qurban sayıldı', 'The person was presumed a victim'),
    by: firstLine,
    schema: data.presumeData,
    links: [
      fromSource('13.2.1', 'hotline'),
      fromSource('13.2.5', 'jointInspection', 'labourInspection'),
      identificationRules,
    ],
    legalBasis: [legal.reasonableGrounds, legal.referIn24Hours],
    then: then.presumed,
    neverBlocked: true,
  },
  rejectIndication: {
    ...plain,
    label: words('Rədd etməyi təklif etmək', 'Propose to reject the indication'),
    past: words('Əlamətin rəddi təklif edildi', 'Rejection of the indication proposed'),
    by: firstLine,
    schema: data.rejectIndicationData,
    rules: [rule.neverPresumed, rule.screeningBody, rule.indicatorsRecorded, noConflict],
    then: then.rejectionProposed,
  },
  confirmRejection: {
    ...plain,
    label: words('Rəddi təsdiq etmək', 'Confirm the rejection'),
    past: words('Əlamət aşkar edilmədi', 'No indication found'),
    by: [...firstLine, 'reviewer', 'supervisor', 'coordinator'],
    schema: data.confirmData,
    rules: [rule.neverPresumed, secondPerson, anotherBodyForChild, noConflict],
    then: then.secondReading,
  },
  returnRejection: {
    ...plain,
    label: words('Rəddi qaytarmaq', 'Return the rejection'),
    past: words('Rədd təklifi qaytarıldı', 'Proposed rejection returned'),
    by: [...firstLine, 'reviewer', 'supervisor', 'coordinator'],
    schema: data.returnData,
    rules: [secondPerson, anotherBodyForChild],
    then: then.secondReading,
  },
} satisfies Record<string, CommandSpec<PlanLink>>;
