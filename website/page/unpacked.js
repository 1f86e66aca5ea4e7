// @ts-check
// The files of a zip whose contents are stored as they are, read from its directory at the end.

const [END, ENTRY] = [0x06054b50, 0x02014b50];

/**
 * @param {Uint8Array<ArrayBuffer>} zip
 * @returns {Generator<[name: string, content: Uint8Array]>}
 */
export function* unpacked(zip) {
  const view = new DataView(zip.buffer);
  const end = zip.length - 22; // the end of a zip without a comment
  if (view.getUint32(end, true) !== END) throw new Error("This is no zip.");
  let place = view.getUint32(end + 16, true);
  for (; view.getUint32(place, true) === ENTRY; ) {
    const [size, named, extra, comment] = [view.getUint32(place + 24, true), ...[28, 30, 32].map((at) => view.getUint16(place + at, true))];
    const name = new TextDecoder().decode(zip.subarray(place + 46, place + 46 + named));
    const local = view.getUint32(place + 42, true);
    const content = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (!name.endsWith("/")) yield [name, zip.subarray(content, content + size)];
    place += 46 + named + extra + comment;
  }
}
