import { nameWords } from './name-words.js';

describe('the words of a name', () => {
  it.each([
    ['Əliyev', 'Aliyev', 'Алиев', 'ƏLİYEV'],
    ['Məmmədov', 'Mammadov', 'Мамедов', 'MƏMMƏDOV'],
    ['Şahin', 'Shahin', 'Шахин', 'ŞAHİN'],
    ['Çingiz', 'Chingiz', 'Чингиз', 'ÇİNGİZ'],
    ['Cəfər', 'Jafar', 'Джафар', 'ҸӘФӘР'],
    ['Xəlil', 'Khalil', 'Халил', 'XƏLİL'],
    ['Qəhrəman', 'Gahraman', 'Гахраман', 'QƏHRƏMAN'],
    ['Yusif', 'Yusif', 'Юсиф', 'YUSIF'],
    ['Işıq', 'İşiq', 'Ишыг', 'IŞIQ'],
    ['Gülşən', 'Gulshan', 'Гулшан', 'GÜLŞƏN'],
  ])('%s is found as %s, %s and %s', (name, ...others) => {
    expect(nameWords(name)).toHaveLength(1);
    for (const other of others) expect(nameWords(other)).toEqual(nameWords(name));
  });

  it('of different people differ', () => {
    const names = ['Əliyev', 'Vəliyev', 'Həsənov', 'Hüseynov', 'Leyla', 'Aygün', 'Nərmin'];
    expect(new Set(names.flatMap(nameWords)).size).toBe(names.length);
  });

  it('leave out initials, repeated words and the endings of patronymics, and stop at 24', () => {
    expect(nameWords('Əliyeva Aygün A. Rəşad qızı, Rəşad oğlu')).toEqual(nameWords('Aliyeva Aygun Rashad'));
    expect(nameWords(Array.from({ length: 60 }, (_, i) => `ad${i}`).join(' '))).toHaveLength(24);
    expect(nameWords(' - ')).toEqual([]);
  });
});
