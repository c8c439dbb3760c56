using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>GetParameters: up to ten; the names that are none are told, not refused.</summary>
internal sealed class GetParametersOperation(ParameterDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var names = request.Texts("Names");
        new Constraints().Required(request, "Names").Check(names.Count <= 10, $"[{string.Join(", ", names)}]", "names", "Member must have length less than or equal to 10").Enforce();
        var found = database.Read(store => names.Select(name => (Name: name, Selector: ParameterSelector.Parse(name)))
            .Select(one => (one.Name, one.Selector.Selector, Parameter: ParameterStore.Find(store, one.Selector.Name, one.Selector.Version))).ToArray());
        return Task.FromResult(JsonObject.Of(
            ("Parameters", new JsonArray(found.Where(one => one.Parameter is not null)
                .Select(one => (JsonValue)description.Value(one.Parameter!, request.Flag("WithDecryption") == true, one.Selector)).ToArray())),
            ("InvalidParameters", new JsonArray(found.Where(one => one.Parameter is null).Select(one => (JsonValue)one.Name).ToArray()))));
    }
}
