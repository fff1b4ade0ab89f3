/** Made-up comments of at most 15 words. */
export const comments: readonly string[] = [
  'This looks so good, I want to try it this weekend!',
  'Where did you buy the blue cup?',
  'My cat does exactly the same thing every morning.',
  'Thank you for sharing, it helped me a lot.',
  'How long did you cook the rice?',
  'I have never seen snow in my whole life.',
  'Wow, the light in the second picture is beautiful.',
  'Can I use chicken instead of pork?',
  'Greetings from Ohio, we love your channel.',
  'Your English is better than mine, my friend.',
  'How much is the rent for a flat like this?',
  'I cried a little when I read the last line.',
  'Please tell me more about the music.',
  'We say hello to everyone in Shanghai tonight.',
  'Is it safe to walk there alone at night?',
  'The soup was too salty, but I liked the noodles.',
  'Good luck with your exam tomorrow!',
  'What does the red paper on the door mean?',
  'I made it twice and my children asked for more.',
  'So pretty, so calm, so far away from my office.',
];

/** Made-up notes of at most 60 words, by sentence, as the pipeline hands them to an engine. */
export const notes: readonly (readonly string[])[] = [
  [
    'Every Sunday I walk to the market by the river before the city wakes up.',
    'The old lady at the corner knows what I want: two bowls of hot soy milk and one fried dough stick.',
    'She asked today why I had been away for so long.',
    'I told her about my new job, and she gave me an egg for free.',
  ],
  [
    'Three things I learned from a year of cooking for one person.',
    'Buy small, because half a cabbage is still too much.',
    'Freeze the rice in flat bags, it is ready in four minutes.',
    'And invite a friend once a week, since food that nobody shares has only half of its taste.',
  ],
  [
    'We moved to a small town near the sea last spring.',
    'The rent is less than half of what we paid before, and the balcony looks at the water.',
    'The internet is slow when it rains, the shops close early, and the winter is windy.',
    'Still, I have not missed the subway for one single day.',
  ],
  [
    'My grandmother kept her tea in a tin with a picture of a train.',
    'She never drank more than one cup in the afternoon, and she always left the last leaf.',
    'Now the tin stands in my kitchen in another country.',
    'I still do not know where the train was going, but I like to think it was here.',
  ],
];

export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
