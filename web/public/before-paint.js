// Runs before the first paint, so that neither theme nor language flickers. Keys are shared with src/app/theme.ts and i18n.ts.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('teahouse.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    const chosen = localStorage.getItem('teahouse.language');
    const language =
      chosen ?? (navigator.languages ?? [navigator.language]).find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
    root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
  } catch {
    // Storage may be forbidden; the page then follows the system.
  }
})();
