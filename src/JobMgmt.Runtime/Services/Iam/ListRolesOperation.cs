using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>ListRoles: by name, 100 a page where MaxItems (1 to 1000) is absent.</summary>
internal sealed class ListRolesOperation(RoleDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var most = (int)(request.Number("MaxItems") ?? 100);
        new Constraints().Range(most, "maxItems", 1, 1000).Enforce();
        var roles = database.Read(store => RoleStore.List(store, request.Text("PathPrefix") ?? "/", request.Text("Marker") ?? "", most + 1));
        return Task.FromResult(JsonObject.Of(
            ("Roles", new JsonArray(roles.Take(most).Select(role => (JsonValue)description.Of(role, withTags: false)).ToArray())),
            ("IsTruncated", roles.Count > most),
            ("Marker", roles.Count > most ? roles[most - 1].Name : (JsonValue?)null)));
    }
}
