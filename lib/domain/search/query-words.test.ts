import { expect, it } from 'vitest';
import { queryWords, typedWords } from './query-words.ts';

it.each([
  ['  Çelik-Żółć   Zoë ', ['celik', 'zolc', 'zoe']],
  ["O'Connor, Sinéad", ['oconnor', 'sinead']],
  ['+33 1 99 00 42 17', ['33199004217']],
  ['okafor 0164', ['okafor', '164']],
  ['Müller 3729', ['muller', '3729']],
  ['ana.reis@example.com', ['ana.reis@example.com']],
  ['ana Ana', ['ana']],
  [' - … ', []],
])('folds the words of %j to %j', (query, words) => {
  expect(queryWords(query)).toEqual(words);
});

it.each([
  ['Çelik-Żółć Zoë-Łucja', ['Çelik', 'Żółć', 'Zoë', 'Łucja']],
  ['Marchand, Élodie;', ['Marchand', 'Élodie']],
  ["Sinéad O'Connor", ['Sinéad', "O'Connor"]],
  ['ana-maria.reis@example.com', ['ana-maria.reis@example.com']],
  ['(Reis) "Ana"', ['Reis', 'Ana']],
  ['山田 太郎', ['山田', '太郎']],
  ['% _ \\ - ', []],
])('takes the words of %j as they are typed: %j', (query, words) => {
  expect(typedWords(query)).toEqual(words);
});

it('takes eight words and no more', () => {
  const many = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
  expect([queryWords(many).length, typedWords(many).length]).toEqual([8, 8]);
});
