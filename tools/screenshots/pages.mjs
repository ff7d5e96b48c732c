/** The account of `police` and the police of Ganja: the demo has the same ids everywhere. */
const account = '/admin/accounts/a21cdb08-0621-880c-8666-bd2db383e90d';
const body = '/admin/bodies/e790a54a-7095-8096-8a73-c08f2e829811';

/**
 * Pages by who reads them. `of(key)` is the address of a synthetic case, `give(key, command)` of a form on it; what is
 * folded away is opened where a page says `unfolded`.
 */
export const pagesOf = ({ of, give }) => ({
  police: [
    ['worklist', '/'],
    ['new-case', '/cases/new'],
    ['new-case-adult', '/cases/new/adult'],
    ['new-case-child', '/cases/new/child'],
    ['case-signalled', of('signalled')],
    ['receipt', `${of('signalled')}/receipt`],
    ['case-inform-overdue', of('informOverdue')],
    ['case-handoffs', of('many')],
    ['timeline-elapsed', `${of('reflectionElapsed')}/timeline`],
    ['access', `${of('reflectionElapsed')}/access`],
    ['open-identity', `${of('signalled')}/open/identity`],
    ['presume', give('signalled', 'identification', 'presume')],
    ['indicators', give('signalled', 'identification', 'recordIndicators')],
    ['inbox-out', '/inbox?box=out'],
    ['which-shelters', { from: of('noSuitingHouse'), link: '/shelters' }],
    ['notifications', '/notifications'],
    ['mail', '/notifications/mail'],
    ['break-glass', '/break-glass'],
    ['returns', '/returns'],
    ['help', '/help'],
    ['not-there', '/no-such-page'],
  ],
  investigator: [
    ['worklist', '/'],
    ['inbox', '/inbox'],
    ['case-assessment', of('assessment')],
    ['statecharts', of('assessment'), 'unfolded'],
    ['propose', give('assessment', 'identification', 'proposeDecision')],
  ],
  investigator2: [['case-decision-proposed', of('decisionProposed')]],
  ngo: [
    ['case-sealed', of('sealed')],
    ['case-shredded', of('shredded')],
  ],
  social: [
    ['worklist', '/'],
    ['case-not-identified', of('notIdentified')],
    ['case-aftercare', of('aftercare')],
  ],
  shelter: [
    ['inbox', '/inbox'],
    ['case-preview', of('shelterAsked')],
    ['which-shelters', { from: of('shelterAsked'), link: '/shelters' }],
    ['offer-bed', give('shelterAsked', 'placement', 'offerBed')],
    ['beds', '/shelter/beds'],
    ['occupancy', '/shelter/occupancy'],
    ['add-room', '/shelter/rooms/new'],
    ['add-bed', { from: '/shelter/beds', link: '/beds/new' }],
    ['close-bed', { from: '/shelter/beds', link: '/out-of-service' }],
    ['describe-house', '/shelter/house'],
  ],
  shelter2: [
    ['house', '/shelter'],
    ['absence', { from: '/shelter', link: '/commands/placement/recordAbsence' }],
    ['depart', { from: '/shelter', link: '/commands/placement/depart' }],
  ],
  shelterSupervisor: [['house', '/shelter/oversight']],
  guardian: [
    ['inbox', '/inbox'],
    ['case-child', of('childHelped')],
    ['which-shelters', { from: of('noSuitingHouse'), link: '/shelters' }],
    ['children', '/children'],
    ['visits', '/children/visits'],
    ['turning-eighteen', '/children/coming-of-age'],
    ['appoint-interim', give('guardianshipAccepted', 'guardianship', 'appointInterim')],
    ['statecharts', of('comingOfAge'), 'unfolded'],
  ],
  commission: [['commission', '/commission']],
  supervisor: [
    ['worklist', '/'],
    ['supervision', '/supervision'],
    ['case-closed', of('closed')],
    ['timeline-closed', `${of('closed')}/timeline`],
  ],
  coordinator: [
    ['worklist', '/'],
    ['supervision', '/supervision'],
    ['coverage', '/coverage'],
    ['case-voided', of('voided')],
  ],
  admin: [
    ['admin', '/admin'],
    ['accounts', '/admin/accounts'],
    ['new-account', '/admin/accounts/new'],
    ['account', account],
    ['new-password', `${account}/password`],
    ['close-account', `${account}/close`],
    ['tokens', '/admin/tokens'],
    ['new-token', '/admin/tokens/new'],
    ['new-body', '/admin/bodies/new'],
    ['change-body', body],
    ['clock-moved', '/clock/moved?fired=3'],
  ],
});
