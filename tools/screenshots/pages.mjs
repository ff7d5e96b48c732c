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
    ['beds', '/shelter/beds'],
    ['occupancy', '/shelter/occupancy'],
    ['add-room', '/shelter/rooms/new'],
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
    ['clock-moved', '/clock/moved?fired=3'],
  ],
});
