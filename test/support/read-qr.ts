import jsqr from 'jsqr'
import { PNG } from 'pngjs'

// NOTE: the package's types describe its module in the form that bundlers give it.
const decode = jsqr as unknown as typeof jsqr.default

/** What a QR code in a picture says, by a decoder that has nothing to do with what drew it. Four bytes a pixel. */
export function readQr(pixels: Uint8ClampedArray, width: number): string | undefined {
  return decode(pixels, width, pixels.length / 4 / width)?.data
}

/** The same of a screenshot. */
export function readQrOfPng(bytes: Buffer): string | undefined {
  const { data, width } = PNG.sync.read(bytes)
  return readQr(new Uint8ClampedArray(data), width)
}

/** The same of a page that draws it as rectangles of one module's height. Undefined when there is none. */
export function readQrOfSvg(html: string): string | undefined {
  const size = Number(/class="qr"[^>]*viewBox="0 0 (\d+) /.exec(html)?.[1])
  const path = /<path d="([^"]*)"/.exec(html)?.[1]
  if (!size || !path) return undefined
  const scale = 4
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      blacken(pixels, row * width + Number(x) * scale, Number(run) * scale)
    }
  }
  return readQr(pixels, width)
}

function blacken(pixels: Uint8ClampedArray, from: number, count: number): void {
  for (let at = from; at < from + count; at += 1) pixels.fill(0, at * 4, at * 4 + 3)
}
