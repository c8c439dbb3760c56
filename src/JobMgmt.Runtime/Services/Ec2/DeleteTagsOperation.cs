using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>DeleteTags: the keys named, where a value is given only with that value; without tags, all.</summary>
internal sealed class DeleteTagsOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store =>
        {
            var tags = request.Objects("Tags");
            foreach (var id in request.Texts("Resources"))
            {
                _ = InstanceStore.Find(store, id) ?? throw Ec2Errors.NoResource(id);
                if (tags.Count == 0)
                {
                    InstanceStore.RemoveTag(store, id, null, null);
                }

                foreach (var tag in tags)
                {
                    InstanceStore.RemoveTag(store, id, tag.Text("Key") ?? throw Ec2Errors.Missing("Tag.Key"), tag.Text("Value"));
                }
            }

            return JsonObject.Of(("Return", true));
        });
}
