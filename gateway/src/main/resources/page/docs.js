"use strict";

let key = "";

SwaggerUIBundle({
  url: "/openapi.yml",
  dom_id: "#api",
  deepLinking: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (key && new URL(request.url, location.href).origin === location.origin) {
      request.headers.Authorization = "Bearer " + key;
    }
    return request;
  },
});

document.getElementById("key").addEventListener("submit", (event) => {
  event.preventDefault();
  key = document.getElementById("key-value").value.trim();
  document.getElementById("key-state").textContent = key
    ? "This key is sent with every try."
    : "No key is sent.";
});
