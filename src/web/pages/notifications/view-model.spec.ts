import type { NotificationItem } from '../../../notifications/index.js';
import { grouped } from './view-model.js';

const notice = (createdAt: string, template = 'person-missing'): NotificationItem => ({
  id: createdAt,
  template,
  caseId: 'case',
  caseNumber: 'AZ-2016-000001',
  procedureId: null,
  handoffId: null,
  deadline: null,
  createdAt,
  readAt: null,
});

describe('notices on their page', () => {
  it('stand by what they ask for and by the day of Baku, in the order given', () => {
    const asks = [
      notice('2016-03-02T21:00:00.000Z'),
      notice('2016-03-02T20:00:00.000Z'),
      notice('2016-03-02T19:59:59.999Z'),
    ];
    const read = [notice('2016-03-01T08:00:00.000Z', 'age-assessed')];
    const groups = grouped({ asks, tells: [], read });
    expect(
      groups.map(({ kind, days }) => [kind, days.map(({ day, notices }) => [day, notices.length])]),
    ).toEqual([
      [
        'asks',
        [
          ['2016-03-03', 2],
          ['2016-03-02', 1],
        ],
      ],
      ['read', [['2016-03-01', 1]]],
    ]);
  });
});
