using System.Security.Cryptography;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>CreateRole: keeps a role; nothing is allowed or refused because of it here.</summary>
internal sealed class CreateRoleOperation(RoleDescription description, TimeProvider time) : IServiceOperation
{
    private const int DefaultDuration = 3600;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = IamRequest.RoleName(request);
        var path = request.Text("Path") ?? "/";
        new Constraints().Length(path, "path", 1, 512).Pattern(path, "path", @"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)")
            .Length(request.Text("Description"), "description", 0, 1000).Range(request.Number("MaxSessionDuration"), "maxSessionDuration", 3600, 43200).Enforce();
        var role = new RoleRecord(
            name,
            "AROA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17),
            path,
            IamRequest.Policy(request, "AssumeRolePolicyDocument"),
            request.Text("Description"),
            request.Number("MaxSessionDuration") ?? DefaultDuration,
            time.GetUtcNow(),
            IamRequest.Merge(JsonArray.Empty, request.Objects("Tags")));
        return call.WriteAsync(store =>
        {
            if (RoleStore.Find(store, name) is not null)
            {
                throw IamErrors.RoleExists(name);
            }

            RoleStore.Add(store, role);
            return JsonObject.Of(("Role", description.Of(role)));
        });
    }
}
