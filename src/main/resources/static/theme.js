// Runs before the page is painted, so that a dark page never flashes white.
(() => {
    const root = document.documentElement;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
        if (root.dataset.theme === 'auto') {
            root.dataset.bsTheme = dark.matches ? 'dark' : 'light';
        }
    };
    apply();
    dark.addEventListener('change', apply);
})();
