/** What a topic is called in the reader's language, where that is not its name anyway. */
export function topicLabel(
  topic: { name: string; labels?: Record<string, string> | undefined },
  to: string,
): string | undefined {
  const label = topic.labels?.[to];
  return label && label.toLowerCase() !== topic.name.toLowerCase() ? label : undefined;
}
