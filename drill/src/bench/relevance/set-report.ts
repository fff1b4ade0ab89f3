/** What one data set of the relevance benchmark says: every set's file exports `run(folder): Promise<SetReport | Missing>`. */
export interface SetReport {
  set: string;
  /** One line on the data, the split and the protocol. */
  about: string;
  rows: FigureRow[];
  targets: TargetLine[];
  seconds: number;
}

/** The data are not in the folder: the set is named, not silently left out. */
export interface Missing {
  set: string;
  /** Files that would be needed. */
  missing: string[];
}

/** One model under one protocol; figures by the name of the metric. */
export interface FigureRow {
  model: string;
  protocol: string;
  /** True for figures others published: printed beside, not measured here. */
  isPublished?: boolean;
  figures: Readonly<Record<string, number>>;
}

export interface TargetLine {
  name: string;
  target: string;
  measured: string;
  met: boolean;
}

export function isMissing(report: SetReport | Missing): report is Missing {
  return 'missing' in report;
}
