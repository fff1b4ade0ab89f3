/**
 * From where on something is shown to moderators. These are hints to look, not verdicts, so each asks for several things at once.
 * Where no source is named, the number was chosen so that the demo town and an ordinary influx raise nothing.
 */
export const thresholds = {
  concentration: {
    /** Below this a share of a day is chance. */
    leastImpressions: 200,
    leastAuthors: 10,
    /** One in a hundred authors with this part of all impressions; more than half went to small authors in Xiaohongshu's own account. */
    topShare: 0.4,
    /** One author; a topic is braked from a tenth on (traffic policy, `spiral.share`), one author stands above that alone. */
    authorShare: 0.2,
    /** Against the middle of the fourteen days before. */
    growth: 1.5,
    /** Part of the last three hours that one note may take. */
    noteShare: 0.2,
    velocityHours: 3,
    trailingDays: 14,
  },
  trafficTag: {
    recentDays: 7,
    leastNotes: 8,
    leastAuthors: 3,
    /** A category with this part of the established notes belongs to the topic. */
    homeShare: 0.1,
    /** Recent notes that are off the topic, by authors who do not otherwise write about it. */
    score: 0.5,
    mostTopics: 50,
    notesLookedAt: 60,
  },
  arrival: {
    /** Accounts younger than this; the first accounts of 13 January were three days old when it was over. */
    youngDays: 3,
    leastLikers: 10,
    /** A liker is devoted who gave an author this part of all likes. */
    devotedShare: 0.6,
    joinedWithinMinutes: 60,
    /** Part of the likers that are devoted and joined within the same hour. */
    score: 0.5,
    /** So many times likelier to have joined in that hour than any other young account. */
    lift: 3,
    mostLikers: 20_000,
  },
} as const;
