/*
 * Shows a film's captions in the language of the page when it is first played, not before: a track that
 * says `default` is fetched with the page.
 */
const played = new WeakSet()

document.addEventListener("play", ({ target }) => {
    if (played.has(target)) return
    played.add(target)
    const tracks = [...target.textTracks]
    const own = tracks.find((track) => track.language === document.documentElement.lang)
    if (own && tracks.every((track) => track.mode !== "showing")) own.mode = "showing"
}, { capture: true })
