import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { settings } from "./environment.server";

const off = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
  "xr-spatial-tracking",
];

/** The headers that tell the browser what a page may do. In development its server adds styles and a socket of its own. */
export function securityHeaders(development: boolean): RequestHandler {
  const https = settings().origin.startsWith("https:");
  const nonce = (_request: unknown, response: unknown) => `'nonce-${String((response as Response).locals["nonce"])}'`;
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        manifestSrc: ["'self'"],
        mediaSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: https ? { maxAge: 2 * 365 * 24 * 60 * 60, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    xPoweredBy: false,
  });
  const permissions = off.map((feature) => `${feature}=()`).join(", ");
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", permissions);
    protect(request, response, next);
  };
}
